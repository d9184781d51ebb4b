import { checks } from '../checks/index.ts';
import { speak } from './speak.ts';
import type { Words } from './words.ts';

/** The English of the checks stands beside each check. */
export const english: Words = {
  language: 'en',
  access: {
    ready: 'Ready',
    warned: 'Fix soon',
    draining: 'Finishing call',
    locked: 'Locked',
  },
  checks,
  cannotTell: {
    absent: 'this PC has nothing that would know',
    denied: 'this PC did not allow it',
    'needs-admin': 'only an administrator may read it',
    'location-off': 'location is switched off',
    timeout: 'this PC did not answer in time',
    'too-large': 'the answer was too long',
    unparsable: 'the answer had an unknown form',
    failed: 'reading it ended with an error',
    unsupported: 'there is no reader for this system yet',
    'never-read': 'it has not been reported yet',
    stale: 'the last reading is too old',
  },
  outside: {
    'manual-lock': { problem: 'Locked by {by}: {reason}', remedy: 'Call helpdesk; they can lift the lock.' },
    'out-of-contact': {
      problem: 'The Shiftgate agent on this PC has not been in contact.',
      remedy: 'Check that this PC is online and that Shiftgate is running; access comes back by itself.',
    },
    'awaiting-approval': { problem: 'This PC waits for approval by IT.', remedy: 'Ask helpdesk to approve it.' },
    quarantined: {
      problem: 'Two PCs use the identity of this one.',
      remedy: 'Call helpdesk; they will enrol this PC anew.',
    },
    revoked: { problem: 'This PC has been signed out of Shiftgate.', remedy: 'Ask helpdesk for a new enrolment link.' },
  },
  frames: {
    allGood: '{title}: all good.',
    nothingToDo: 'Nothing to do.',
    cannotTell: 'Cannot tell ({what}): {why}.',
    cannotTellRemedy: 'Nothing for you to do yet; helpdesk can see the details.',
    locationRemedy: 'Switch Location on, so that it can be read. Where you are is never read.',
    ready: 'This PC is ready for work.',
    finishCall: 'Finish this call; no new ones after it.',
    lessThanADay: 'less than a day',
  },
};

/** One word per access, the same on every screen. */
export const accessWord = english.access;

export const { fill, say, sayAccess } = speak(english);
