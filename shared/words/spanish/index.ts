import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const spanish: Words = {
  language: 'es',
  access: { ready: 'Listo', warned: 'Corregir pronto', draining: 'Terminando llamada', locked: 'Bloqueado' },
  checks: { ...machine, ...use },
  cannotTell: {
    absent: 'en este PC no hay nada que lo sepa',
    denied: 'este PC no lo permitió',
    'needs-admin': 'solo un administrador puede leerlo',
    'location-off': 'la ubicación está desactivada',
    timeout: 'este PC no respondió a tiempo',
    'too-large': 'la respuesta era demasiado larga',
    unparsable: 'la respuesta tenía un formato desconocido',
    failed: 'la lectura terminó con un error',
    unsupported: 'todavía no se puede leer en este sistema',
    'never-read': 'aún no se ha informado',
    stale: 'la última lectura es demasiado antigua',
  },
  outside: {
    'manual-lock': {
      problem: 'Bloqueado por {by}: {reason}',
      remedy: 'Llame a soporte; pueden quitar el bloqueo.',
    },
    'out-of-contact': {
      problem: 'El Shiftgate de este PC lleva un tiempo sin dar señales.',
      remedy: 'Compruebe que este PC tiene conexión y que Shiftgate funciona; el acceso vuelve solo.',
    },
    'awaiting-approval': {
      problem: 'Este PC espera la aprobación de informática.',
      remedy: 'Pida a soporte que lo apruebe.',
    },
    quarantined: {
      problem: 'Dos PC usan la identidad de este.',
      remedy: 'Llame a soporte; volverán a configurar este PC.',
    },
    revoked: {
      problem: 'Se ha cerrado la sesión de este PC en Shiftgate.',
      remedy: 'Pida a soporte un nuevo enlace de configuración.',
    },
  },
  frames: {
    allGood: '{title}: todo bien.',
    nothingToDo: 'No hay nada que hacer.',
    cannotTell: 'No se puede saber ({what}): {why}.',
    cannotTellRemedy: 'Por ahora no tiene que hacer nada; soporte ve los detalles.',
    locationRemedy: 'Active la ubicación para que podamos leerlo. Nunca se lee dónde está usted.',
    ready: 'Este PC está listo para trabajar.',
    finishCall: 'Termine esta llamada; después no habrá nuevas.',
    lessThanADay: 'menos de un día',
  },
};
