import type { Words } from '../words.ts';

/** The checks of how the PC is connected and used. */
export const use = {
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
        remedy: 'Ikate kisha uunganishe VPN ya kampuni yako ({expected}).',
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
  'screen-lock': {
    title: 'Kufunga skrini',
    why: 'Unapoondoka kwenye dawati lako, mtu mwingine asione wala asitumie kilicho wazi.',
    texts: {
      never: {
        problem: 'Skrini ya kompyuta hii haijifungi yenyewe kamwe.',
        remedy: 'Weka skrini ijifunge ndani ya {minutes}, kwenye mipangilio ya skrini au ya usalama.',
      },
      'too-late': {
        problem: 'Skrini huchelewa kujifunga: baada ya {minutes}.',
        remedy: 'Weka {mostMinutes} au pungufu, kwenye mipangilio ya skrini au ya usalama.',
      },
      'no-password': {
        problem: 'Skrini hufunguka tena bila nenosiri.',
        remedy: 'Washa chaguo la kuomba nenosiri skrini inapowaka tena.',
      },
    },
  },
  'remote-login': {
    title: 'Kuingia kwa mbali',
    why: 'Anayeingia kutoka nje huona data zilezile za wateja unazoziona wewe.',
    texts: {
      open: {
        problem: 'Wengine wanaweza kuingia kwenye kompyuta hii kupitia mtandao ({names}).',
        remedy: 'Zima {names} kwenye mipangilio ya kushiriki au ya kuingia kwa mbali ya kompyuta hii.',
      },
      'remote-session': {
        problem: 'Kompyuta hii inatumiwa kutoka mahali pengine.',
        remedy: 'Maliza muunganisho huo wa mbali na ufanye kazi kwenye kompyuta hii yenyewe.',
      },
    },
  },
  'admin-rights': {
    title: 'Haki za msimamizi',
    why: 'Unachofungua kwa bahati mbaya hakiwezi kufanya zaidi ya unachoruhusiwa wewe.',
    texts: {
      administrator: {
        problem: 'Unafanya kazi kwa akaunti ya msimamizi (administrator).',
        remedy: 'Fungua akaunti ya pili, ya kawaida, kwa ajili ya kazi na uitumie; dawati la msaada linaweza kusaidia.',
      },
      'always-administrator': {
        problem: 'Kila programu kwenye kompyuta hii inaweza kubadilisha kila kitu bila kukuuliza.',
        remedy: 'Washa tena maswali ya mfumo (User Account Control kwenye Windows), au tumia akaunti ya kawaida.',
      },
    },
  },
  'auto-login': {
    title: 'Kuingia kiotomatiki',
    why: 'Kompyuta inayoanza bila nenosiri humfungukia yeyote anayeiwasha.',
    texts: {
      on: {
        problem: 'Kompyuta hii huanza bila kuomba nenosiri.',
        remedy: 'Zima kuingia kiotomatiki kwenye mipangilio ya akaunti yako.',
      },
    },
  },
  'agent-health': {
    title: 'Shiftgate yenyewe',
    why: 'Ni Shiftgate iliyo kamili na iliyosasishwa tu inayoweza kuithibitisha kompyuta hii.',
    texts: {
      'old-version': {
        problem: 'Shiftgate kwenye kompyuta hii ni ya zamani mno ({version}; angalau {minimum}).',
        remedy: 'Anzisha upya Shiftgate ili ijisasishe, au sakinisha toleo jipya zaidi.',
      },
      'update-waiting': {
        problem: 'Sasisho la Shiftgate limekuwa likisubiri kwa {days}.',
        remedy: 'Funga Shiftgate kabisa kisha uifungue tena.',
      },
      'files-changed': {
        problem: 'Faili za Shiftgate kwenye kompyuta hii zimebadilishwa.',
        remedy: 'Sakinisha Shiftgate tena; omba dawati la msaada kiungo.',
      },
      'permission-missing': {
        problem: 'Shiftgate hairuhusiwi kutumia: {names}.',
        remedy: 'Iruhusu kwenye mipangilio ya faragha ya kompyuta hii.',
      },
      'weak-key': {
        problem: 'Ufunguo unaothibitisha kompyuta hii hautunzwi kwa usalama wa kutosha.',
        remedy: 'Uliza dawati la msaada; huenda ikahitajika kompyuta yenye chipu ya usalama.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
