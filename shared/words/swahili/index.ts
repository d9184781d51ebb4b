import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const swahili: Words = {
  language: 'sw',
  access: { ready: 'Tayari', warned: 'Rekebisha karibuni', draining: 'Inamalizia simu', locked: 'Imefungwa' },
  checks: { ...machine, ...use },
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
