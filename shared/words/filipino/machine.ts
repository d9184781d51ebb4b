import type { Words } from '../words.ts';

/** The checks of the PC and its system. */
export const machine = {
  'os-patch': {
    title: 'Mga update ng system',
    why: 'Dahil sa mga kilalang butas ng lumang system, nababasa ng iba ang sinasabi sa iyo ng mga customer.',
    texts: {
      'security-updates-missing': {
        problem: 'May mga security update na naghihintay: {count}, ang pinakaluma ay {days} na ({names}).',
        remedy: 'I-install na ang lahat ng update, sa update settings ng iyong system.',
      },
      'lists-old': {
        problem: 'Huling naghanap ng update ang PC na ito {days} na ang nakalipas.',
        remedy: 'Paghanapin ito ngayon, sa update settings ng iyong system.',
      },
      'restart-pending': {
        problem: 'May mga naka-install na update na naghihintay ng restart, {days} na.',
        remedy: 'I-save ang ginagawa mo at i-restart ang PC.',
      },
      'end-of-life': {
        problem: 'Wala nang security update ang {name} mula noong {date}.',
        remedy: 'Hilingin sa helpdesk na ilipat ang PC na ito sa suportadong bersiyon.',
      },
      'below-minimum': {
        problem: 'Mas luma ang {name} kaysa sa pinapayagan ng team mo (hindi bababa sa {minimum}).',
        remedy: 'I-upgrade ang system sa bersiyon {minimum} o mas bago; makakatulong ang helpdesk.',
      },
      'automatic-updates-off': {
        problem: 'Naka-off ang automatic updates.',
        remedy: 'I-on ang automatic updates sa settings ng software updater mo.',
      },
    },
  },
  'disk-encryption': {
    title: 'Encryption ng disk',
    why: 'Kung wala nito, mababasa ng makapulot o magnakaw ng PC na ito ang sinabi sa iyo ng mga customer.',
    texts: {
      'not-encrypted': {
        problem: 'Hindi naka-encrypt ang disk na {mount} ng PC na ito.',
        remedy:
          'I-on ang encryption ng disk (BitLocker o Device encryption sa Windows, FileVault sa Mac). Sa Linux, magtanong sa helpdesk.',
      },
      'under-way': {
        problem: 'Ine-encrypt pa ang disk na {mount}.',
        remedy: 'Iwanang bukas at nakasaksak ang PC na ito hanggang matapos.',
      },
      suspended: {
        problem: 'Naka-pause ang encryption ng disk na {mount}, kaya mabubuksan ito ng kahit sino.',
        remedy: 'Buksan ang settings ng encryption ng PC na ito at piliin ang “Resume protection” o “Turn on”.',
      },
      decrypting: {
        problem: 'Inaalis ang encryption ng disk na {mount}.',
        remedy: 'I-on ulit ang encryption ng disk.',
      },
    },
  },
  firewall: {
    title: 'Firewall ng PC',
    why: 'Inilalayo nito ang ibang device sa network mo sa mga program na ginagamit mo sa trabaho.',
    texts: {
      off: {
        problem: 'Naka-off ang firewall ng PC na ito ({names}).',
        remedy: 'I-on ang firewall sa settings ng seguridad o network ng PC na ito.',
      },
      'lets-all-in': {
        problem: 'Naka-on ang firewall, pero pinapapasok nito ang lahat ({names}).',
        remedy: 'I-set itong harangin ang mga papasok na koneksiyon na hindi pinapayagan; makakatulong ang helpdesk.',
      },
      none: {
        problem: 'Walang firewall ang PC na ito.',
        remedy:
          'Hilingin sa helpdesk na maglagay nito (sa Linux: i-install ang ufw, saka patakbuhin ang “sudo ufw enable”).',
      },
    },
  },
  antivirus: {
    title: 'Proteksiyon sa virus',
    why: 'Puwedeng makibasa ang malware sa PC na ito habang tinitingnan mo ang data ng customer.',
    texts: {
      none: {
        problem: 'Walang proteksiyon sa virus ang PC na ito.',
        remedy: 'I-on ang kasama na ng PC na ito, o hingin sa helpdesk ang sa kompanya.',
      },
      'wrong-product': {
        problem: 'Hindi protektado ang PC na ito ng program ng kompanya mo ({expected}).',
        remedy: 'Hilingin sa helpdesk na i-install ito.',
      },
      off: {
        problem: 'Naka-off ang proteksiyon sa virus ({names}).',
        remedy: 'Buksan ito at i-on ang “Real-time protection”.',
      },
      snoozed: {
        problem: 'Naka-pause ang proteksiyon sa virus ({names}).',
        remedy: 'Buksan ito at i-on ulit.',
      },
      expired: {
        problem: 'Nag-expire na ang proteksiyon mo sa virus ({names}).',
        remedy: 'I-renew ito, o i-uninstall para ang kasama na ng PC na ito ang pumalit.',
      },
      'old-signatures': {
        problem: 'Masyado nang matagal na hindi na-update ang {names}.',
        remedy: 'Buksan ito at paghanapin ng update.',
      },
      'not-needed': {
        problem: 'Walang kasamang proteksiyon sa virus ang ganitong uri ng system.',
        remedy: 'Walang kailangang gawin.',
      },
    },
  },
  'secure-boot': {
    title: 'Ligtas na pagbukas',
    why: 'Tinitiyak nito na walang nakakasingit bago magsimula ang system at ang proteksiyon nito.',
    texts: {
      'boot-off': {
        problem: 'Naka-off ang Secure Boot.',
        remedy: 'Hilingin sa helpdesk na i-on ang Secure Boot sa startup settings ng PC na ito.',
      },
      'boot-reduced': {
        problem: 'Nagbubukas ang PC na ito nang may bawas na seguridad.',
        remedy: 'Hilingin sa helpdesk na gawing “Full Security” ang startup security.',
      },
      'boot-legacy': {
        problem: 'Nagbubukas ang PC na ito sa lumang paraan, nang walang Secure Boot.',
        remedy: 'Itanong sa helpdesk kung kaya ng PC na ito ang UEFI at Secure Boot.',
      },
      'no-tpm': {
        problem: 'Walang security chip (TPM) ang PC na ito, o naka-off ito.',
        remedy: 'Hilingin sa helpdesk na i-on ito sa startup settings, o humingi ng ibang PC.',
      },
      'old-tpm': {
        problem: 'Masyadong luma ang security chip ng PC na ito (TPM {version}).',
        remedy: 'Humingi sa helpdesk ng ibang PC.',
      },
      'integrity-off': {
        problem: 'Naka-off ang proteksiyon ng system habang tumatakbo ito.',
        remedy:
          'Hilingin sa helpdesk na i-on ito ulit (System Integrity Protection sa Mac, Memory integrity sa Windows, lockdown sa Linux).',
      },
    },
  },
  'virtual-machine': {
    title: 'Totoong PC',
    why: 'Ang PC na nasa loob ng ibang PC ay puwedeng bantayan mula sa labas nang walang nakakapansin.',
    texts: {
      inside: {
        problem: 'Nagtatrabaho ka sa loob ng virtual machine ({product}).',
        remedy: 'Magtrabaho sa mismong PC: i-install doon ang Shiftgate at iyon ang gamitin sa trabaho mo.',
      },
    },
  },
  'removable-media': {
    title: 'Mga USB stick at disk',
    why: 'Kapag nakopya sa USB stick ang data ng customer, wala nang makakapagbantay nito.',
    texts: {
      attached: {
        problem: 'May nakasaksak na USB stick, disk, o card ({count}).',
        remedy: 'I-eject ito at bunutin habang nagtatrabaho ka.',
      },
      'not-encrypted': {
        problem: 'May nakasaksak na USB stick, disk, o card na hindi naka-encrypt ({count}).',
        remedy: 'I-eject ito at bunutin habang nagtatrabaho ka, o i-encrypt ito.',
      },
      'not-blocked': {
        problem: 'Hindi hinaharang ng PC na ito ang mga USB stick at disk.',
        remedy: 'Hilingin sa helpdesk na harangin ang mga ito.',
      },
    },
  },
  'time-sync': {
    title: 'Orasan',
    why: 'Nagiging patunay lang ang mga tawag at bayad kapag tama ang oras ng mga ito.',
    texts: {
      'clock-off': {
        problem: 'Mali nang {minutes} ang orasan ng PC na ito.',
        remedy: 'I-on ang “Set time automatically” sa settings ng petsa at oras.',
      },
      'automatic-off': {
        problem: 'Mano-manong itinatakda ang orasan ng PC na ito.',
        remedy: 'I-on ang “Set time automatically” sa settings ng petsa at oras.',
      },
      'not-synchronised': {
        problem: 'Hindi tugma ang orasan ng PC na ito sa time server nito.',
        remedy: 'Tiyaking online ang PC na ito; sa settings ng petsa at oras, piliin ang “Sync now”.',
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
