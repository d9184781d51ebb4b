import type { Words } from '../words.ts';

/** The checks of the PC and its system. */
export const machine = {
  'os-patch': {
    title: 'Masasisho ya mfumo',
    why: 'Mianya inayojulikana ya mfumo wa zamani huwaruhusu wengine kusoma wanachokuambia wateja.',
    texts: {
      'security-updates-missing': {
        problem: 'Masasisho ya usalama yanasubiri: {count}, la zamani zaidi limesubiri {days} ({names}).',
        remedy: 'Sakinisha masasisho yote sasa, katika mipangilio ya kusasisha ya mfumo wako.',
      },
      'lists-old': {
        problem: 'Kompyuta hii haijatafuta masasisho kwa {days}.',
        remedy: 'Iache itafute sasa, katika mipangilio ya kusasisha ya mfumo wako.',
      },
      'restart-pending': {
        problem: 'Masasisho yamesakinishwa lakini yanasubiri kompyuta ianzishwe upya, kwa {days} sasa.',
        remedy: 'Hifadhi kazi yako na uanzishe upya kompyuta.',
      },
      'end-of-life': {
        problem: '{name} haijapata masasisho ya usalama tangu {date}.',
        remedy: 'Omba dawati la msaada liihamishe kompyuta hii kwenye toleo linaloungwa mkono.',
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
  'disk-encryption': {
    title: 'Usimbaji wa diski',
    why: 'Bila usimbaji, anayeiokota au kuiiba kompyuta hii anaweza kusoma walichokuambia wateja.',
    texts: {
      'not-encrypted': {
        problem: 'Diski {mount} ya kompyuta hii haijasimbwa.',
        remedy:
          'Washa usimbaji wa diski (BitLocker au Device encryption kwenye Windows, FileVault kwenye Mac). Kwenye Linux, uliza dawati la msaada.',
      },
      'under-way': {
        problem: 'Diski {mount} bado inasimbwa.',
        remedy: 'Acha kompyuta hii ikiwa imewashwa na imechomekwa kwenye umeme hadi imalize.',
      },
      suspended: {
        problem: 'Usimbaji wa diski {mount} umesitishwa kwa muda, kwa hiyo yeyote anaweza kuifungua.',
        remedy: 'Fungua mipangilio ya usimbaji ya kompyuta hii na uchague “Resume protection” au “Turn on”.',
      },
      decrypting: {
        problem: 'Usimbaji wa diski {mount} unaondolewa.',
        remedy: 'Washa tena usimbaji wa diski.',
      },
    },
  },
  firewall: {
    title: 'Ukuta-moto (firewall)',
    why: 'Huzuia vifaa vingine kwenye mtandao wako visifikie programu unazofanyia kazi.',
    texts: {
      off: {
        problem: 'Ukuta-moto (firewall) wa kompyuta hii umezimwa ({names}).',
        remedy: 'Uwashe kwenye mipangilio ya usalama au ya mtandao ya kompyuta hii.',
      },
      'lets-all-in': {
        problem: 'Ukuta-moto (firewall) umewashwa, lakini unaruhusu kila kitu kuingia ({names}).',
        remedy: 'Uweke uzuie miunganisho inayoingia bila kuruhusiwa; dawati la msaada linaweza kusaidia.',
      },
      none: {
        problem: 'Kompyuta hii haina ukuta-moto (firewall).',
        remedy: 'Omba dawati la msaada liuweke (kwenye Linux: sakinisha ufw, kisha endesha “sudo ufw enable”).',
      },
    },
  },
  antivirus: {
    title: 'Kinga ya virusi',
    why: 'Programu hasidi kwenye kompyuta hii inaweza kusoma data za mteja wakati unazitazama.',
    texts: {
      none: {
        problem: 'Kompyuta hii haina kinga ya virusi.',
        remedy: 'Washa ile iliyokuja na kompyuta hii, au omba dawati la msaada ile ya kampuni.',
      },
      'wrong-product': {
        problem: 'Kompyuta hii hailindwi na programu ya kampuni yako ({expected}).',
        remedy: 'Omba dawati la msaada liisakinishe.',
      },
      off: {
        problem: 'Kinga ya virusi imezimwa ({names}).',
        remedy: 'Ifungue na uwashe ulinzi wa wakati halisi (Real-time protection).',
      },
      snoozed: {
        problem: 'Kinga ya virusi imesitishwa kwa muda ({names}).',
        remedy: 'Ifungue na uiwashe tena.',
      },
      expired: {
        problem: 'Muda wa kinga yako ya virusi umekwisha ({names}).',
        remedy: 'Ongeza muda wake, au iondoe ili ile iliyokuja na kompyuta hii ianze kufanya kazi.',
      },
      'old-signatures': {
        problem: '{names} haijasasishwa kwa muda mrefu mno.',
        remedy: 'Ifungue na uiache itafute masasisho.',
      },
      'not-needed': {
        problem: 'Mifumo ya aina hii huja bila kinga ya virusi.',
        remedy: 'Hakuna la kufanya.',
      },
    },
  },
  'secure-boot': {
    title: 'Uanzishaji salama',
    why: 'Huhakikisha kuwa hakuna kinachojipenyeza kabla ya mfumo na ulinzi wake kuanza.',
    texts: {
      'boot-off': {
        problem: 'Uanzishaji salama (Secure Boot) umezimwa.',
        remedy: 'Omba dawati la msaada liwashe Secure Boot kwenye mipangilio ya kuanzisha kompyuta hii.',
      },
      'boot-reduced': {
        problem: 'Kompyuta hii huanza ikiwa na ulinzi uliopunguzwa.',
        remedy: 'Omba dawati la msaada liweke ulinzi wa kuanzisha uwe kamili (Full Security).',
      },
      'boot-legacy': {
        problem: 'Kompyuta hii huanza kwa njia ya zamani, bila Secure Boot.',
        remedy: 'Uliza dawati la msaada kama kompyuta hii inaweza kuanza kwa UEFI na Secure Boot.',
      },
      'no-tpm': {
        problem: 'Kompyuta hii haina chipu ya usalama (TPM), au chipu hiyo imezimwa.',
        remedy: 'Omba dawati la msaada liiwashe kwenye mipangilio ya kuanzisha kompyuta, au likupe kompyuta nyingine.',
      },
      'old-tpm': {
        problem: 'Chipu ya usalama ya kompyuta hii ni ya zamani mno (TPM {version}).',
        remedy: 'Omba dawati la msaada likupe kompyuta nyingine.',
      },
      'integrity-off': {
        problem: 'Ulinzi wa mfumo wakati unafanya kazi umezimwa.',
        remedy:
          'Omba dawati la msaada liuwashe tena (System Integrity Protection kwenye Mac, Memory integrity kwenye Windows, lockdown kwenye Linux).',
      },
    },
  },
  'virtual-machine': {
    title: 'Kompyuta halisi',
    why: 'Kompyuta iliyo ndani ya kompyuta nyingine inaweza kutazamwa kutoka nje bila yeyote kugundua.',
    texts: {
      inside: {
        problem: 'Unafanya kazi ndani ya kompyuta pepe, si kompyuta halisi ({product}).',
        remedy: 'Fanya kazi kwenye kompyuta yenyewe: sakinisha Shiftgate hapo na uitumie kwa kazi yako.',
      },
    },
  },
  'removable-media': {
    title: 'Flashi na diski za USB',
    why: 'Data za wateja zikinakiliwa kwenye flashi, hakuna anayeweza tena kuzilinda.',
    texts: {
      attached: {
        problem: 'Kuna flashi, diski au kadi iliyochomekwa ({count}).',
        remedy: 'Iondoe kwa usalama (Eject) na uichomoe unapokuwa kazini.',
      },
      'not-encrypted': {
        problem: 'Kuna flashi, diski au kadi iliyochomekwa ambayo haijasimbwa ({count}).',
        remedy: 'Iondoe kwa usalama (Eject) na uichomoe unapokuwa kazini, au isimbe.',
      },
      'not-blocked': {
        problem: 'Kompyuta hii haizuii flashi na diski za USB.',
        remedy: 'Omba dawati la msaada lizizuie.',
      },
    },
  },
  'time-sync': {
    title: 'Saa',
    why: 'Simu na malipo huwa ushahidi ikiwa tu muda wake ni sahihi.',
    texts: {
      'clock-off': {
        problem: 'Saa ya kompyuta hii imekosea kwa {minutes}.',
        remedy: 'Washa “Weka saa kiotomatiki” (Set time automatically) kwenye mipangilio ya tarehe na saa.',
      },
      'automatic-off': {
        problem: 'Saa ya kompyuta hii inawekwa kwa mkono.',
        remedy: 'Washa “Weka saa kiotomatiki” (Set time automatically) kwenye mipangilio ya tarehe na saa.',
      },
      'not-synchronised': {
        problem: 'Saa ya kompyuta hii hailingani na seva yake ya saa.',
        remedy:
          'Hakikisha kompyuta hii ina intaneti; kwenye mipangilio ya tarehe na saa, chagua “Sawazisha sasa” (Sync now).',
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
