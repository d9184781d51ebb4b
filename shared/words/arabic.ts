import type { Words } from './words.ts';

export const arabic: Words = {
  language: 'ar',
  access: { ready: 'جاهز', warned: 'يلزم الإصلاح قريبًا', draining: 'إنهاء المكالمة', locked: 'مقفل' },
  checks: {
    'os-patch': {
      title: 'تحديثات النظام',
      why: 'الثغرات المعروفة في نظام قديم تتيح للآخرين قراءة ما يخبرك به العملاء.',
      texts: {
        'security-updates-missing': {
          problem: 'هناك تحديثات أمنية لم تُثبَّت: {count}، أقدمها منذ {days} ({names}).',
          remedy: 'ثبِّت كل التحديثات الآن: افتح برنامج تحديث النظام، أو نفّذ «sudo apt upgrade».',
        },
        'lists-old': {
          problem: 'آخر مرة بحث فيها هذا الجهاز عن تحديثات كانت قبل {days}.',
          remedy: 'دعه يبحث الآن: افتح برنامج تحديث النظام، أو نفّذ «sudo apt update».',
        },
        'restart-pending': {
          problem: 'ثُبِّتت تحديثات وتنتظر إعادة التشغيل منذ {days}.',
          remedy: 'احفظ عملك وأعد تشغيل الجهاز.',
        },
        'end-of-life': {
          problem: 'لم يعد {name} يتلقى تحديثات أمنية منذ {date}.',
          remedy: 'اطلب من الدعم نقل هذا الجهاز إلى إصدار مدعوم.',
        },
        'below-minimum': {
          problem: '{name} أقدم مما يسمح به فريقك ({minimum} على الأقل).',
          remedy: 'رقِّ النظام إلى الإصدار {minimum} أو أحدث؛ يمكن للدعم مساعدتك.',
        },
        'automatic-updates-off': {
          problem: 'التحديثات التلقائية متوقفة.',
          remedy: 'شغِّل التحديثات التلقائية في إعدادات برنامج تحديث النظام.',
        },
      },
    },
    'wifi-security': {
      title: 'حماية Wi-Fi',
      why: 'على شبكة Wi-Fi مفتوحة أو ضعيفة يستطيع الجيران التنصت على بيانات العملاء.',
      texts: {
        open: {
          problem: 'شبكة Wi-Fi لديك غير محمية بكلمة مرور.',
          remedy: 'ضع كلمة مرور WPA2 أو WPA3 على جهاز التوجيه، أو استخدم كابل شبكة.',
        },
        weak: {
          problem: 'تستخدم شبكة Wi-Fi لديك {security}، وهي سهلة الاختراق.',
          remedy: 'حوّل جهاز التوجيه إلى WPA2 أو WPA3 ({minimum} على الأقل)، أو استخدم كابل شبكة.',
        },
        'wired-only': { problem: 'هذا الجهاز يستخدم كابل شبكة لا Wi-Fi.', remedy: 'لا يلزم شيء.' },
        'no-link': {
          problem: 'هذا الجهاز غير متصل بأي شبكة.',
          remedy: 'صِل كابل شبكة أو اتصل بشبكة Wi-Fi.',
        },
      },
    },
    vpn: {
      title: 'VPN',
      why: 'يُبقي VPN بيانات العملاء داخل خط الشركة.',
      texts: {
        'not-required': { problem: 'فريقك لا يطلب VPN.', remedy: 'لا يلزم شيء.' },
        'tunnel-down': { problem: 'VPN غير متصل.', remedy: 'شغِّل VPN الخاص بشركتك.' },
        'wrong-vendor': {
          problem: 'أنت متصل عبر {vendor}، وهو ليس VPN شركتك.',
          remedy: 'افصله وشغِّل VPN شركتك ({expected}).',
        },
        'not-full': {
          problem: 'جزء فقط من اتصالك يمر عبر VPN.',
          remedy: 'اختر النفق الكامل في تطبيق VPN، أو اطلب من الدعم الإعداد الصحيح.',
        },
        'not-routed': {
          problem: 'VPN متصل، لكن لا شيء يمر عبره.',
          remedy: 'افصل VPN ثم أعد توصيله.',
        },
        'ipv6-outside': {
          problem: 'اتصالات IPv6 لا تمر عبر VPN.',
          remedy: 'اطلب من الدعم إعداد VPN يشمل IPv6.',
        },
        'wrong-egress': {
          problem: 'اتصالك لا يصل من عناوين الشركة (يظهر من {address}).',
          remedy: 'أعد توصيل VPN الشركة وافحص مجددًا.',
        },
      },
    },
    software: {
      title: 'البرامج',
      why: 'برنامج الوصول عن بُعد أو التسجيل قد يعرض بيانات عميل على غريب.',
      texts: {
        'forbidden-running': {
          problem: '{names} قيد التشغيل، وهو غير مسموح به أثناء العمل.',
          remedy: 'أغلق {names} تمامًا؛ يعود الوصول من تلقاء نفسه.',
        },
        'forbidden-installed': {
          problem: '{names} مثبَّت، وهو غير مسموح به على هذا الجهاز.',
          remedy: 'أزل تثبيت {names}.',
        },
        'required-missing': {
          problem: '{names} لا يعمل، وفريقك يشترطه.',
          remedy: 'شغِّل {names}؛ اسأل الدعم إن لم يكن مثبَّتًا.',
        },
      },
    },
  },
  cannotTell: {
    absent: 'لا شيء في هذا الجهاز يعرف ذلك',
    denied: 'لم يسمح هذا الجهاز بذلك',
    'needs-admin': 'لا يقرؤه إلا مسؤول النظام',
    'location-off': 'الموقع متوقف',
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
    locationRemedy: 'شغِّل الموقع كي نتمكن من قراءته. لا يُقرأ مكان وجودك أبدًا.',
    ready: 'هذا الجهاز جاهز للعمل.',
    finishCall: 'أكمل هذه المكالمة؛ لا مكالمات جديدة بعدها.',
    lessThanADay: 'أقل من يوم',
  },
};
