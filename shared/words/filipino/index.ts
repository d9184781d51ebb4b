import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const filipino: Words = {
  language: 'fil',
  access: { ready: 'Handa na', warned: 'Ayusin agad', draining: 'Tinatapos ang tawag', locked: 'Naka-lock' },
  checks: { ...machine, ...use },
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
    'never-read': 'hindi pa ito naiuulat',
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
