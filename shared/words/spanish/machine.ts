import type { Words } from '../words.ts';

/** What the PC itself is like. */
export const machine = {
  'os-patch': {
    title: 'Actualizaciones del sistema',
    why: 'Los fallos conocidos de un sistema antiguo dejan que otros lean lo que los clientes le cuentan.',
    texts: {
      'security-updates-missing': {
        problem: 'Hay actualizaciones de seguridad pendientes: {count}, la más antigua desde hace {days} ({names}).',
        remedy: 'Instale ahora todas las actualizaciones en los ajustes de actualización de su sistema.',
      },
      'lists-old': {
        problem: 'Este PC buscó actualizaciones por última vez hace {days}.',
        remedy: 'Haga que las busque ahora en los ajustes de actualización de su sistema.',
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
  'disk-encryption': {
    title: 'Cifrado del disco',
    why: 'Sin él, quien encuentre o robe este PC puede leer lo que los clientes le han contado a usted.',
    texts: {
      'not-encrypted': {
        problem: 'El disco {mount} de este PC no está cifrado.',
        remedy:
          'Active el cifrado: BitLocker o «Cifrado de dispositivo» en Windows, FileVault en un Mac. En Linux, pida ayuda a soporte.',
      },
      'under-way': {
        problem: 'El disco {mount} todavía se está cifrando.',
        remedy: 'Deje este PC encendido y enchufado hasta que termine.',
      },
      suspended: {
        problem: 'El cifrado del disco {mount} está suspendido: cualquiera podría leer ese disco.',
        remedy: 'Abra los ajustes de cifrado de este PC y elija «Reanudar protección» o «Activar».',
      },
      decrypting: {
        problem: 'Se está quitando el cifrado del disco {mount}.',
        remedy: 'Vuelva a activar el cifrado del disco.',
      },
    },
  },
  firewall: {
    title: 'Cortafuegos',
    why: 'Mantiene a los demás dispositivos de su red lejos de los programas con los que usted trabaja.',
    texts: {
      off: {
        problem: 'El cortafuegos de este PC está desactivado ({names}).',
        remedy: 'Actívelo («Firewall») en los ajustes de seguridad o de red de este PC.',
      },
      'lets-all-in': {
        problem: 'El cortafuegos está activado, pero deja entrar todo ({names}).',
        remedy:
          'Configúrelo para que bloquee las conexiones entrantes que ninguna regla permite; soporte puede ayudarle.',
      },
      none: {
        problem: 'Este PC no tiene cortafuegos.',
        remedy: 'Pida a soporte que instale uno (en Linux: instale ufw y luego ejecute «sudo ufw enable»).',
      },
    },
  },
  antivirus: {
    title: 'Antivirus',
    why: 'Un programa malicioso en este PC podría leer los datos de un cliente al mismo tiempo que usted.',
    texts: {
      none: {
        problem: 'Este PC no tiene antivirus.',
        remedy: 'Active el que viene con este PC, o pida a soporte el de la empresa.',
      },
      'wrong-product': {
        problem: 'Este PC no está protegido con el antivirus de su empresa ({expected}).',
        remedy: 'Pida a soporte que lo instale.',
      },
      off: {
        problem: 'El antivirus está desactivado ({names}).',
        remedy: 'Ábralo y active la «Protección en tiempo real».',
      },
      snoozed: { problem: 'El antivirus está en pausa ({names}).', remedy: 'Ábralo y vuelva a activarlo.' },
      expired: {
        problem: 'Su antivirus ha caducado ({names}).',
        remedy: 'Renuévelo, o desinstálelo para que lo sustituya el que viene con este PC.',
      },
      'old-signatures': {
        problem: '{names} lleva demasiado tiempo sin actualizarse.',
        remedy: 'Ábralo y haga que busque actualizaciones.',
      },
      'not-needed': { problem: 'Los sistemas de este tipo vienen sin antivirus.', remedy: 'No hay nada que hacer.' },
    },
  },
  'secure-boot': {
    title: 'Arranque seguro',
    why: 'Asegura que nada se cuele antes de que arranquen el sistema y su protección.',
    texts: {
      'boot-off': {
        problem: 'El «Arranque seguro» (Secure Boot) está desactivado.',
        remedy: 'Pida a soporte que lo active en los ajustes de arranque de este PC.',
      },
      'boot-reduced': {
        problem: 'Este PC arranca con seguridad reducida.',
        remedy: 'Pida a soporte que ponga la seguridad de arranque al máximo.',
      },
      'boot-legacy': {
        problem: 'Este PC arranca a la antigua, sin arranque seguro.',
        remedy: 'Pregunte a soporte si este PC puede arrancar con UEFI y arranque seguro.',
      },
      'no-tpm': {
        problem: 'Este PC no tiene chip de seguridad (TPM), o está desactivado.',
        remedy: 'Pida a soporte que lo active en los ajustes de arranque, o que le dé otro PC.',
      },
      'old-tpm': {
        problem: 'El chip de seguridad de este PC es demasiado antiguo (TPM {version}).',
        remedy: 'Pida otro PC a soporte.',
      },
      'integrity-off': {
        problem: 'La protección del sistema en marcha está desactivada.',
        remedy:
          'Pida a soporte que la vuelva a activar («Protección de la integridad del sistema» en un Mac, «Integridad de memoria» en Windows, «lockdown» en Linux).',
      },
    },
  },
  'virtual-machine': {
    title: 'PC real',
    why: 'Un PC que funciona dentro de otro PC se puede observar desde fuera sin que nadie lo note.',
    texts: {
      inside: {
        problem: 'Está trabajando dentro de una máquina virtual ({product}).',
        remedy: 'Trabaje en el propio PC: instale allí Shiftgate y úselo para su trabajo.',
      },
    },
  },
  'removable-media': {
    title: 'Memorias y discos USB',
    why: 'Los datos de clientes que se copian en una memoria USB quedan fuera de todo control.',
    texts: {
      attached: {
        problem: 'Hay una memoria USB, un disco o una tarjeta en este PC ({count}).',
        remedy: 'Expulse y desconecte esa unidad mientras trabaja.',
      },
      'not-encrypted': {
        problem: 'Hay una memoria USB, un disco o una tarjeta sin cifrar en este PC ({count}).',
        remedy: 'Expulse y desconecte esa unidad mientras trabaja, o cífrela.',
      },
      'not-blocked': {
        problem: 'Este PC no rechaza las memorias ni los discos USB.',
        remedy: 'Pida a soporte que los bloquee.',
      },
    },
  },
  'time-sync': {
    title: 'Reloj',
    why: 'Las llamadas y los pagos solo sirven de prueba si su hora es correcta.',
    texts: {
      'clock-off': {
        problem: 'El reloj de este PC se desvía {minutes} de la hora correcta.',
        remedy: 'Active «Ajustar hora automáticamente» en los ajustes de fecha y hora.',
      },
      'automatic-off': {
        problem: 'El reloj de este PC se ajusta a mano.',
        remedy: 'Active «Ajustar hora automáticamente» en los ajustes de fecha y hora.',
      },
      'not-synchronised': {
        problem: 'El reloj de este PC no está sincronizado con su servidor de hora.',
        remedy: 'Compruebe que este PC tiene conexión; en los ajustes de fecha y hora, elija «Sincronizar ahora».',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  | 'os-patch'
  | 'disk-encryption'
  | 'firewall'
  | 'antivirus'
  | 'secure-boot'
  | 'virtual-machine'
  | 'removable-media'
  | 'time-sync'
>;
