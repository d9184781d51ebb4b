import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const arabic: Words = {
  language: 'ar',
  access: { ready: 'جاهز', warned: 'يلزم الإصلاح قريبًا', draining: 'إنهاء المكالمة', locked: 'مقفل' },
  checks: { ...machine, ...use },
  cannotTell: {
    absent: 'ليس في هذا الجهاز ما يتيح معرفة ذلك',
    denied: 'لم يسمح هذا الجهاز بذلك',
    'needs-admin': 'لا يقرؤه إلا مسؤول النظام',
    'location-off': 'خدمات الموقع متوقفة',
    timeout: 'لم يجب هذا الجهاز في الوقت المناسب',
    'too-large': 'كانت الإجابة أطول من اللازم',
    unparsable: 'جاءت الإجابة بصيغة غير معروفة',
    failed: 'انتهت القراءة بخطأ',
    unsupported: 'هذا النظام غير مدعوم بعد',
    'never-read': 'لم يُبلَّغ عنه بعد',
    stale: 'آخر قراءة قديمة جدًا',
  },
  outside: {
    'manual-lock': { problem: 'قفله {by}: {reason}', remedy: 'اتصل بالدعم؛ يمكنهم رفع القفل.' },
    'out-of-contact': {
      problem: 'لم يتصل Shiftgate على هذا الجهاز بالمكتب.',
      remedy: 'تأكد من أن هذا الجهاز متصل بالإنترنت وأن Shiftgate يعمل؛ يعود الوصول من تلقاء نفسه.',
    },
    'awaiting-approval': {
      problem: 'ينتظر هذا الجهاز موافقة قسم تقنية المعلومات.',
      remedy: 'اطلب من الدعم الموافقة عليه.',
    },
    quarantined: {
      problem: 'جهازان يستخدمان هوية هذا الجهاز.',
      remedy: 'اتصل بالدعم؛ سيعيدون تجهيز هذا الجهاز.',
    },
    revoked: { problem: 'تم إخراج هذا الجهاز من Shiftgate.', remedy: 'اطلب من الدعم رابط تجهيز جديدًا.' },
  },
  frames: {
    allGood: '{title}: كل شيء سليم.',
    nothingToDo: 'لا يلزم شيء.',
    cannotTell: 'لا يمكن معرفة ذلك ({what}): {why}.',
    cannotTellRemedy: 'لا يلزمك شيء الآن؛ يرى الدعم التفاصيل.',
    locationRemedy: 'شغِّل خدمات الموقع كي نتمكن من قراءته. لا يُقرأ مكان وجودك أبدًا.',
    ready: 'هذا الجهاز جاهز للعمل.',
    finishCall: 'أكمل هذه المكالمة؛ لا مكالمات جديدة بعدها.',
    lessThanADay: 'أقل من يوم',
  },
};
