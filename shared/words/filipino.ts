import type { Words } from './words.ts';

export const filipino: Words = {
  language: 'fil',
  access: { ready: 'Handa na', warned: 'Ayusin agad', draining: 'Tinatapos ang tawag', locked: 'Naka-lock' },
  checks: {
    'os-patch': {
      title: 'Mga update ng system',
      why: 'Dahil sa mga kilalang butas ng lumang system, nababasa ng iba ang sinasabi sa iyo ng mga customer.',
      texts: {
        'security-updates-missing': {
          problem: 'May mga security update na naghihintay: {count}, ang pinakaluma ay {days} na ({names}).',
          remedy: 'I-install na ang lahat ng update: buksan ang software updater, o patakbuhin ang “sudo apt upgrade”.',
        },
        'lists-old': {
          problem: 'Huling naghanap ng update ang PC na ito {days} na ang nakalipas.',
          remedy: 'Paghanapin ito ngayon: buksan ang software updater, o patakbuhin ang “sudo apt update”.',
        },
        'restart-pending': {
          problem: 'May mga naka-install na update na naghihintay ng restart, {days} na.',
          remedy: 'I-save ang ginagawa mo at i-restart ang PC.',
        },
        'end-of-life': {
          problem: 'Wala nang security update ang {name} mula {date}.',
          remedy: 'Hilingin sa helpdesk na ilipat ang PC na ito sa suportadong bersiyon.',
        },
        'below-minimum': {
          problem: 'Mas luma ang {name} kaysa pinapayagan ng team mo (hindi bababa sa {minimum}).',
          remedy: 'I-upgrade ang system sa bersiyon {minimum} o mas bago; makakatulong ang helpdesk.',
        },
        'automatic-updates-off': {
          problem: 'Naka-off ang automatic updates.',
          remedy: 'I-on ang automatic updates sa settings ng software updater mo.',
        },
      },
    },
    'wifi-security': {
      title: 'Seguridad ng Wi-Fi',
      why: 'Sa bukas o mahinang Wi-Fi, puwedeng makinig ang kapitbahay sa data ng customer.',
      texts: {
        open: {
          problem: 'Walang password ang Wi-Fi mo.',
          remedy: 'Maglagay ng WPA2 o WPA3 na password sa router mo, o gumamit ng network cable.',
        },
        weak: {
          problem: 'Gumagamit ang Wi-Fi mo ng {security}, na madaling mapasok.',
          remedy: 'Palitan ang router mo sa WPA2 o WPA3 (hindi bababa sa {minimum}), o gumamit ng network cable.',
        },
        'wired-only': {
          problem: 'Network cable ang gamit ng PC na ito, hindi Wi-Fi.',
          remedy: 'Walang kailangang gawin.',
        },
        'no-link': {
          problem: 'Walang network ang PC na ito.',
          remedy: 'Magkabit ng network cable o kumonekta sa Wi-Fi mo.',
        },
      },
    },
    vpn: {
      title: 'VPN',
      why: 'Pinananatili ng VPN ang data ng customer sa loob ng linya ng kompanya.',
      texts: {
        'not-required': { problem: 'Hindi kailangan ng team mo ang VPN.', remedy: 'Walang kailangang gawin.' },
        'tunnel-down': { problem: 'Hindi nakakonekta ang VPN.', remedy: 'Ikonekta ang VPN ng kompanya mo.' },
        'wrong-vendor': {
          problem: 'Nakakonekta ka sa {vendor}, na hindi VPN ng kompanya mo.',
          remedy: 'Idiskonekta ito at ikonekta ang VPN ng kompanya mo ({expected}).',
        },
        'not-full': {
          problem: 'Bahagi lang ng koneksiyon mo ang dumadaan sa VPN.',
          remedy: 'Piliin ang full tunnel sa VPN app mo, o hingin sa helpdesk ang tamang profile.',
        },
        'not-routed': {
          problem: 'Nakakonekta ang VPN, pero walang dumadaan dito.',
          remedy: 'Idiskonekta ang VPN at ikonekta ulit.',
        },
        'ipv6-outside': {
          problem: 'Hindi dumadaan sa VPN ang IPv6.',
          remedy: 'Humingi sa helpdesk ng VPN profile na sakop ang IPv6.',
        },
        'wrong-egress': {
          problem: 'Hindi galing sa mga address ng kompanya ang koneksiyon mo (nakikita mula {address}).',
          remedy: 'Ikonekta ulit ang VPN ng kompanya at suriin ulit.',
        },
      },
    },
    software: {
      title: 'Mga program',
      why: 'Puwedeng ipakita ng remote-access o recording program ang data ng customer sa hindi kilala.',
      texts: {
        'forbidden-running': {
          problem: 'Bukas ang {names} at bawal iyon habang nagtatrabaho ka.',
          remedy: 'Isara nang tuluyan ang {names}; kusang babalik ang access.',
        },
        'forbidden-installed': {
          problem: 'Naka-install ang {names} at bawal iyon sa PC na ito.',
          remedy: 'I-uninstall ang {names}.',
        },
        'required-missing': {
          problem: 'Hindi bukas ang {names}, at kailangan ito ng team mo.',
          remedy: 'Buksan ang {names}; magtanong sa helpdesk kung hindi ito naka-install.',
        },
      },
    },
  },
  cannotTell: {
    absent: 'walang makapagsasabi nito sa PC na ito',
    denied: 'hindi ito pinayagan ng PC na ito',
    'needs-admin': 'administrator lang ang puwedeng bumasa nito',
    'location-off': 'naka-off ang Location',
    timeout: 'hindi sumagot sa oras ang PC na ito',
    'too-large': 'masyadong mahaba ang sagot',
    unparsable: 'hindi kilala ang anyo ng sagot',
    failed: 'nagka-error ang pagbasa',
    unsupported: 'hindi pa ito nababasa sa system na ito',
    'never-read': 'hindi pa ito naiulat',
    stale: 'masyadong luma na ang huling pagbasa',
  },
  outside: {
    'manual-lock': {
      problem: 'Ini-lock ni {by}: {reason}',
      remedy: 'Tawagan ang helpdesk; sila ang makakapag-alis ng lock.',
    },
    'out-of-contact': {
      problem: 'Walang kontak ang Shiftgate ng PC na ito.',
      remedy: 'Tiyaking online ang PC na ito at bukas ang Shiftgate; kusang babalik ang access.',
    },
    'awaiting-approval': {
      problem: 'Hinihintay ng PC na ito ang pag-apruba ng IT.',
      remedy: 'Hilingin sa helpdesk na aprubahan ito.',
    },
    quarantined: {
      problem: 'Dalawang PC ang gumagamit ng pagkakakilanlan nito.',
      remedy: 'Tawagan ang helpdesk; ise-set up nila ulit ang PC na ito.',
    },
    revoked: {
      problem: 'Na-sign out na sa Shiftgate ang PC na ito.',
      remedy: 'Humingi sa helpdesk ng bagong link para mag-set up.',
    },
  },
  frames: {
    allGood: '{title}: ayos lahat.',
    nothingToDo: 'Walang kailangang gawin.',
    cannotTell: 'Hindi matukoy ({what}): {why}.',
    cannotTellRemedy: 'Wala ka pang kailangang gawin; nakikita ng helpdesk ang detalye.',
    locationRemedy: 'I-on ang Location para mabasa ito. Hindi kailanman binabasa kung nasaan ka.',
    ready: 'Handa na sa trabaho ang PC na ito.',
    finishCall: 'Tapusin ang tawag na ito; wala nang bago pagkatapos.',
    lessThanADay: 'wala pang isang araw',
  },
};
