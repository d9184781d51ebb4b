import type { Words } from '../words.ts';

/** The checks of how the PC is connected and used. */
export const use = {
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
  'screen-lock': {
    title: 'Pag-lock ng screen',
    why: 'Kapag umalis ka sa mesa mo, wala dapat ibang makakakita o makakagamit ng nakabukas.',
    texts: {
      never: {
        problem: 'Hindi kailanman kusang nagla-lock ang screen ng PC na ito.',
        remedy: 'I-set ang screen na mag-lock sa loob ng {minutes}, sa settings ng display o seguridad.',
      },
      'too-late': {
        problem: 'Matagal bago mag-lock ang screen: {minutes}.',
        remedy: 'Gawin itong {mostMinutes} o mas maikli, sa settings ng display o seguridad.',
      },
      'no-password': {
        problem: 'Bumubukas ulit ang screen nang walang password.',
        remedy: 'I-on ang paghingi ng password kapag muling umilaw ang screen.',
      },
    },
  },
  'remote-login': {
    title: 'Pag-log in mula sa malayo',
    why: 'Nakikita ng sinumang nagla-log in mula sa labas ang data ng customer na nakikita mo.',
    texts: {
      open: {
        problem: 'Makakapag-log in ang iba sa PC na ito sa pamamagitan ng network ({names}).',
        remedy: 'I-off ang {names} sa sharing o remote settings ng PC na ito.',
      },
      'remote-session': {
        problem: 'Ginagamit ang PC na ito mula sa ibang lugar.',
        remedy: 'Tapusin ang remote session at magtrabaho sa mismong PC na ito.',
      },
    },
  },
  'admin-rights': {
    title: 'Karapatan bilang administrator',
    why: 'Ang mabuksan mo nang hindi sinasadya ay hanggang doon lang sa pinapayagan sa iyo.',
    texts: {
      administrator: {
        problem: 'Administrator account ang gamit mo sa trabaho.',
        remedy:
          'Gumawa ng pangalawa at ordinaryong account para sa trabaho at iyon ang gamitin; makakatulong ang helpdesk.',
      },
      'always-administrator': {
        problem: 'Kayang baguhin ng bawat program sa PC na ito ang lahat nang hindi ka tinatanong.',
        remedy:
          'I-on ulit ang pagtatanong ng system (User Account Control sa Windows), o gumamit ng ordinaryong account.',
      },
    },
  },
  'auto-login': {
    title: 'Automatic na pag-log in',
    why: 'Ang PC na nagbubukas nang walang password ay bukas sa kahit sinong mag-on nito.',
    texts: {
      on: {
        problem: 'Nagbubukas ang PC na ito nang hindi humihingi ng password.',
        remedy: 'I-off ang automatic na pag-log in sa settings ng account mo.',
      },
    },
  },
  'agent-health': {
    title: 'Ang Shiftgate mismo',
    why: 'Shiftgate lang na buo at updated ang makakapagpatunay para sa PC na ito.',
    texts: {
      'old-version': {
        problem: 'Masyadong luma ang Shiftgate sa PC na ito ({version}; hindi bababa sa {minimum}).',
        remedy: 'I-restart ang Shiftgate para mag-update ito, o i-install ang pinakabagong bersiyon.',
      },
      'update-waiting': {
        problem: 'May update ng Shiftgate na naghihintay, {days} na.',
        remedy: 'Isara nang tuluyan ang Shiftgate at buksan ulit.',
      },
      'files-changed': {
        problem: 'May nabagong file ng Shiftgate sa PC na ito.',
        remedy: 'I-install ulit ang Shiftgate; hingin sa helpdesk ang link.',
      },
      'permission-missing': {
        problem: 'Hindi pinapayagan ang Shiftgate na gamitin ang: {names}.',
        remedy: 'Payagan ito sa privacy settings ng PC na ito.',
      },
      'weak-key': {
        problem: 'Hindi sapat na ligtas ang pinagtataguan ng key na nagpapatunay sa PC na ito.',
        remedy: 'Magtanong sa helpdesk; maaaring kailanganin ang PC na may security chip.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
