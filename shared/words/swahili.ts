import type { Words } from './words.ts';

export const swahili: Words = {
  language: 'sw',
  access: { ready: 'Tayari', warned: 'Rekebisha karibuni', draining: 'Inamalizia simu', locked: 'Imefungwa' },
  checks: {
    'os-patch': {
      title: 'Masasisho ya mfumo',
      why: 'Mianya inayojulikana ya mfumo wa zamani huwaruhusu wengine kusoma wanachokuambia wateja.',
      texts: {
        'security-updates-missing': {
          problem: 'Masasisho ya usalama yanasubiri: {count}, la zamani zaidi tangu {days} ({names}).',
          remedy: 'Sakinisha masasisho yote sasa: fungua programu ya kusasisha, au endesha “sudo apt upgrade”.',
        },
        'lists-old': {
          problem: 'Kompyuta hii ilitafuta masasisho mara ya mwisho {days} zilizopita.',
          remedy: 'Iache itafute sasa: fungua programu ya kusasisha, au endesha “sudo apt update”.',
        },
        'restart-pending': {
          problem: 'Masasisho yamesakinishwa lakini yanasubiri kuanzisha upya, tangu {days}.',
          remedy: 'Hifadhi kazi yako na uanzishe upya kompyuta.',
        },
        'end-of-life': {
          problem: '{name} haijapata masasisho ya usalama tangu {date}.',
          remedy: 'Omba dawati la msaada lihamishie kompyuta hii kwenye toleo linaloungwa mkono.',
        },
        'below-minimum': {
          problem: '{name} ni ya zamani kuliko timu yako inavyoruhusu (angalau {minimum}).',
          remedy: 'Pandisha mfumo hadi toleo {minimum} au jipya zaidi; dawati la msaada linaweza kusaidia.',
        },
        'automatic-updates-off': {
          problem: 'Masasisho ya kiotomatiki yamezimwa.',
          remedy: 'Washa masasisho ya kiotomatiki kwenye mipangilio ya programu ya kusasisha.',
        },
      },
    },
    'wifi-security': {
      title: 'Usalama wa Wi-Fi',
      why: 'Kwenye Wi-Fi iliyo wazi au dhaifu, majirani wanaweza kusikiliza data za wateja.',
      texts: {
        open: {
          problem: 'Wi-Fi yako haina ulinzi wa nenosiri.',
          remedy: 'Weka nenosiri la WPA2 au WPA3 kwenye ruta yako, au tumia kebo ya mtandao.',
        },
        weak: {
          problem: 'Wi-Fi yako inatumia {security}, ambayo huvunjwa kwa urahisi.',
          remedy: 'Badilisha ruta yako iwe WPA2 au WPA3 (angalau {minimum}), au tumia kebo ya mtandao.',
        },
        'wired-only': {
          problem: 'Kompyuta hii inatumia kebo ya mtandao, si Wi-Fi.',
          remedy: 'Hakuna la kufanya.',
        },
        'no-link': {
          problem: 'Kompyuta hii haijaunganishwa na mtandao wowote.',
          remedy: 'Unganisha kebo ya mtandao au jiunge na Wi-Fi yako.',
        },
      },
    },
    vpn: {
      title: 'VPN',
      why: 'VPN huweka data za wateja ndani ya njia ya kampuni.',
      texts: {
        'not-required': { problem: 'Timu yako haihitaji VPN.', remedy: 'Hakuna la kufanya.' },
        'tunnel-down': { problem: 'VPN haijaunganishwa.', remedy: 'Unganisha VPN ya kampuni yako.' },
        'wrong-vendor': {
          problem: 'Umeunganishwa kupitia {vendor}, ambayo si VPN ya kampuni yako.',
          remedy: 'Ikate na uunganishe VPN ya kampuni yako ({expected}).',
        },
        'not-full': {
          problem: 'Ni sehemu tu ya mawasiliano yako inayopita kwenye VPN.',
          remedy: 'Chagua njia kamili kwenye VPN yako, au omba dawati la msaada wasifu sahihi.',
        },
        'not-routed': {
          problem: 'VPN imeunganishwa, lakini hakuna kinachopita ndani yake.',
          remedy: 'Kata VPN kisha uiunganishe tena.',
        },
        'ipv6-outside': {
          problem: 'Mawasiliano ya IPv6 hayapiti kwenye VPN.',
          remedy: 'Omba dawati la msaada wasifu wa VPN unaojumuisha IPv6.',
        },
        'wrong-egress': {
          problem: 'Mawasiliano yako hayatoki kwenye anwani za kampuni (yanaonekana kutoka {address}).',
          remedy: 'Unganisha tena VPN ya kampuni na ukague tena.',
        },
      },
    },
    software: {
      title: 'Programu',
      why: 'Programu ya kuingia kwa mbali au ya kurekodi inaweza kumwonyesha mgeni data za mteja.',
      texts: {
        'forbidden-running': {
          problem: '{names} inafanya kazi na hairuhusiwi unapokuwa kazini.',
          remedy: 'Funga {names} kabisa; ruhusa itarudi yenyewe.',
        },
        'forbidden-installed': {
          problem: '{names} imesakinishwa na hairuhusiwi kwenye kompyuta hii.',
          remedy: 'Ondoa {names}.',
        },
        'required-missing': {
          problem: '{names} haifanyi kazi, na timu yako inaihitaji.',
          remedy: 'Fungua {names}; uliza dawati la msaada kama haijasakinishwa.',
        },
      },
    },
  },
  cannotTell: {
    absent: 'hakuna kitu kwenye kompyuta hii kinachojua',
    denied: 'kompyuta hii haikuruhusu',
    'needs-admin': 'msimamizi pekee ndiye anayeweza kusoma',
    'location-off': 'Mahali pamezimwa',
    timeout: 'kompyuta hii haikujibu kwa wakati',
    'too-large': 'jibu lilikuwa refu mno',
    unparsable: 'jibu lilikuwa na muundo usiojulikana',
    failed: 'usomaji uliishia na hitilafu',
    unsupported: 'mfumo huu bado hauwezi kusomwa',
    'never-read': 'bado haijaripotiwa',
    stale: 'usomaji wa mwisho ni wa zamani mno',
  },
  outside: {
    'manual-lock': {
      problem: 'Imefungwa na {by}: {reason}',
      remedy: 'Pigia dawati la msaada; wanaweza kuondoa kufuli.',
    },
    'out-of-contact': {
      problem: 'Shiftgate kwenye kompyuta hii haijawasiliana.',
      remedy: 'Hakikisha kompyuta hii ina intaneti na Shiftgate inafanya kazi; ruhusa itarudi yenyewe.',
    },
    'awaiting-approval': {
      problem: 'Kompyuta hii inasubiri idhini ya idara ya TEHAMA.',
      remedy: 'Omba dawati la msaada liidhinishe.',
    },
    quarantined: {
      problem: 'Kompyuta mbili zinatumia utambulisho wa hii.',
      remedy: 'Pigia dawati la msaada; wataiandaa kompyuta hii upya.',
    },
    revoked: {
      problem: 'Kompyuta hii imeondolewa kwenye Shiftgate.',
      remedy: 'Omba dawati la msaada kiungo kipya cha kuandaa.',
    },
  },
  frames: {
    allGood: '{title}: yote sawa.',
    nothingToDo: 'Hakuna la kufanya.',
    cannotTell: 'Haijulikani ({what}): {why}.',
    cannotTellRemedy: 'Huna la kufanya kwa sasa; dawati la msaada linaona maelezo.',
    locationRemedy: 'Washa Mahali ili paweze kusomwa. Mahali ulipo hapasomwi kamwe.',
    ready: 'Kompyuta hii iko tayari kwa kazi.',
    finishCall: 'Maliza simu hii; hakuna mpya baada yake.',
    lessThanADay: 'chini ya siku moja',
  },
};
