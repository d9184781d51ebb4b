import type { Words } from './words.ts';

export const spanish: Words = {
  language: 'es',
  access: { ready: 'Listo', warned: 'Corregir pronto', draining: 'Terminando llamada', locked: 'Bloqueado' },
  checks: {
    'os-patch': {
      title: 'Actualizaciones del sistema',
      why: 'Los fallos conocidos de un sistema viejo dejan que otros lean lo que los clientes le cuentan.',
      texts: {
        'security-updates-missing': {
          problem: 'Hay actualizaciones de seguridad pendientes: {count}, la más antigua desde hace {days} ({names}).',
          remedy:
            'Instale ahora todas las actualizaciones: abra su programa de actualizaciones o ejecute «sudo apt upgrade».',
        },
        'lists-old': {
          problem: 'Este PC buscó actualizaciones por última vez hace {days}.',
          remedy: 'Haga que las busque ahora: abra su programa de actualizaciones o ejecute «sudo apt update».',
        },
        'restart-pending': {
          problem: 'Hay actualizaciones instaladas que esperan un reinicio desde hace {days}.',
          remedy: 'Guarde su trabajo y reinicie el PC.',
        },
        'end-of-life': {
          problem: '{name} no recibe actualizaciones de seguridad desde el {date}.',
          remedy: 'Pida a soporte que pase este PC a una versión con soporte.',
        },
        'below-minimum': {
          problem: '{name} es más antiguo de lo que permite su equipo (al menos {minimum}).',
          remedy: 'Actualice el sistema a la versión {minimum} o más reciente; soporte puede ayudarle.',
        },
        'automatic-updates-off': {
          problem: 'Las actualizaciones automáticas están desactivadas.',
          remedy: 'Active las actualizaciones automáticas en los ajustes de su programa de actualizaciones.',
        },
      },
    },
    'wifi-security': {
      title: 'Seguridad del wifi',
      why: 'En un wifi abierto o débil, los vecinos pueden escuchar los datos de los clientes.',
      texts: {
        open: {
          problem: 'Su wifi no tiene contraseña.',
          remedy: 'Ponga una contraseña WPA2 o WPA3 en su router, o use un cable de red.',
        },
        weak: {
          problem: 'Su wifi usa {security}, que se rompe con facilidad.',
          remedy: 'Cambie su router a WPA2 o WPA3 (al menos {minimum}), o use un cable de red.',
        },
        'wired-only': { problem: 'Este PC usa un cable de red, no wifi.', remedy: 'No hay nada que hacer.' },
        'no-link': {
          problem: 'Este PC no tiene conexión de red.',
          remedy: 'Conecte un cable de red o entre en su wifi.',
        },
      },
    },
    vpn: {
      title: 'VPN',
      why: 'La VPN mantiene los datos de los clientes dentro de la línea de la empresa.',
      texts: {
        'not-required': { problem: 'Su equipo no exige una VPN.', remedy: 'No hay nada que hacer.' },
        'tunnel-down': { problem: 'La VPN no está conectada.', remedy: 'Conecte la VPN de su empresa.' },
        'wrong-vendor': {
          problem: 'Está conectado por {vendor}, que no es la VPN de su empresa.',
          remedy: 'Desconéctela y conecte la VPN de su empresa ({expected}).',
        },
        'not-full': {
          problem: 'Solo una parte de su tráfico pasa por la VPN.',
          remedy: 'Elija el túnel completo en su VPN, o pida a soporte el perfil correcto.',
        },
        'not-routed': {
          problem: 'La VPN está conectada, pero nada pasa por ella.',
          remedy: 'Desconecte la VPN y vuelva a conectarla.',
        },
        'ipv6-outside': {
          problem: 'El tráfico IPv6 se salta la VPN.',
          remedy: 'Pida a soporte un perfil de VPN que cubra IPv6.',
        },
        'wrong-egress': {
          problem: 'Su tráfico no llega desde las direcciones de la empresa (se ve desde {address}).',
          remedy: 'Vuelva a conectar la VPN de la empresa y compruebe otra vez.',
        },
      },
    },
    software: {
      title: 'Programas',
      why: 'Un programa de acceso remoto o de grabación puede mostrar los datos de un cliente a un extraño.',
      texts: {
        'forbidden-running': {
          problem: '{names} está abierto y no se permite mientras trabaja.',
          remedy: 'Cierre {names} por completo; el acceso vuelve solo.',
        },
        'forbidden-installed': {
          problem: '{names} está instalado y no se permite en este PC.',
          remedy: 'Desinstale {names}.',
        },
        'required-missing': {
          problem: '{names} no está abierto y su equipo lo exige.',
          remedy: 'Abra {names}; pregunte a soporte si no está instalado.',
        },
      },
    },
  },
  cannotTell: {
    absent: 'en este PC no hay nada que lo sepa',
    denied: 'este PC no lo permitió',
    'needs-admin': 'solo un administrador puede leerlo',
    'location-off': 'la ubicación está desactivada',
    timeout: 'este PC no respondió a tiempo',
    'too-large': 'la respuesta era demasiado larga',
    unparsable: 'la respuesta tenía una forma desconocida',
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
      problem: 'El Shiftgate de este PC no ha dado señales.',
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
