import type { Words } from '../words.ts';

/** How the PC is used and reached. */
export const use = {
  'wifi-security': {
    title: 'Seguridad del wifi',
    why: 'En un wifi abierto o débil, los vecinos pueden escuchar los datos de los clientes.',
    texts: {
      open: {
        problem: 'Su wifi no tiene contraseña.',
        remedy: 'Ponga una contraseña WPA2 o WPA3 en su router, o use un cable de red.',
      },
      weak: {
        problem: 'Su wifi usa {security}, que es fácil de vulnerar.',
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
  'screen-lock': {
    title: 'Bloqueo de pantalla',
    why: 'Cuando usted se aleja del PC, nadie más debe ver ni usar lo que está abierto.',
    texts: {
      never: {
        problem: 'La pantalla de este PC nunca se bloquea sola.',
        remedy: 'Haga que se bloquee tras {minutes} como máximo, en los ajustes de pantalla o de seguridad.',
      },
      'too-late': {
        problem: 'La pantalla tarda {minutes} en bloquearse.',
        remedy: 'Ponga {mostMinutes} o menos, en los ajustes de pantalla o de seguridad.',
      },
      'no-password': {
        problem: 'La pantalla se vuelve a abrir sin contraseña.',
        remedy: 'Active la petición de contraseña para cuando la pantalla vuelva a encenderse.',
      },
    },
  },
  'remote-login': {
    title: 'Acceso remoto',
    why: 'Quien entra desde fuera ve los mismos datos de clientes que usted.',
    texts: {
      open: {
        problem: 'Otras personas pueden entrar en este PC por la red ({names}).',
        remedy: 'Desactive {names} en los ajustes «Compartir» o «Escritorio remoto» de este PC.',
      },
      'remote-session': {
        problem: 'Este PC se está usando desde otro lugar.',
        remedy: 'Termine la sesión remota y trabaje directamente en este PC.',
      },
    },
  },
  'admin-rights': {
    title: 'Permisos de administrador',
    why: 'Lo que abra por error no podrá hacer más de lo que se le permite a usted.',
    texts: {
      administrator: {
        problem: 'Está trabajando con una cuenta de administrador.',
        remedy: 'Cree para el trabajo una segunda cuenta, de tipo «Estándar», y use esa; soporte puede ayudarle.',
      },
      'always-administrator': {
        problem: 'Cualquier programa de este PC puede cambiarlo todo sin preguntarle.',
        remedy:
          'Vuelva a activar las preguntas del sistema («Control de cuentas de usuario» en Windows), o use una cuenta estándar.',
      },
    },
  },
  'auto-login': {
    title: 'Inicio de sesión automático',
    why: 'Un PC que arranca sin contraseña se abre a cualquiera que lo encienda.',
    texts: {
      on: {
        problem: 'Este PC arranca sin pedir contraseña.',
        remedy: 'Desactive el inicio de sesión automático en los ajustes de su cuenta.',
      },
    },
  },
  'agent-health': {
    title: 'El propio Shiftgate',
    why: 'Shiftgate solo puede responder por este PC si está íntegro y al día.',
    texts: {
      'old-version': {
        problem: 'Shiftgate es demasiado antiguo en este PC ({version}; como mínimo {minimum}).',
        remedy: 'Reinicie Shiftgate para que se actualice, o instale la versión más reciente.',
      },
      'update-waiting': {
        problem: 'Hay una actualización de Shiftgate pendiente desde hace {days}.',
        remedy: 'Cierre Shiftgate por completo y vuelva a abrirlo.',
      },
      'files-changed': {
        problem: 'Se han modificado archivos de Shiftgate en este PC.',
        remedy: 'Instale Shiftgate de nuevo; pida el enlace a soporte.',
      },
      'permission-missing': {
        problem: 'Shiftgate no tiene permiso para usar: {names}.',
        remedy: 'Permítalo en los ajustes de privacidad de este PC.',
      },
      'weak-key': {
        problem: 'La clave que demuestra la identidad de este PC no se guarda con suficiente seguridad.',
        remedy: 'Consulte a soporte; puede hacer falta un PC con chip de seguridad.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
