import type { Words } from '../words.ts';

/** How the PC is used and reached. */
export const use = {
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
  'screen-lock': {
    title: 'قفل الشاشة',
    why: 'حين تبتعد عن مكتبك، ينبغي ألا يرى أحد غيرك ما هو مفتوح أو يستخدمه.',
    texts: {
      never: {
        problem: 'لا تُقفل شاشة هذا الجهاز من تلقاء نفسها أبدًا.',
        remedy: 'اضبط مهلة قفل الشاشة في إعدادات الشاشة أو الأمان (الحد الأقصى {minutes}).',
      },
      'too-late': {
        problem: 'لا تُقفل الشاشة إلا بعد مهلة طويلة: {minutes}.',
        remedy: 'قصِّر المهلة في إعدادات الشاشة أو الأمان (الحد الأقصى {mostMinutes}).',
      },
      'no-password': {
        problem: 'تُفتح الشاشة من جديد دون كلمة مرور.',
        remedy: 'شغِّل طلب كلمة المرور عند عودة الشاشة إلى العمل.',
      },
    },
  },
  'remote-login': {
    title: 'تسجيل الدخول عن بُعد',
    why: 'من يدخل من الخارج يرى بيانات العملاء نفسها التي تراها.',
    texts: {
      open: {
        problem: 'يستطيع آخرون الدخول إلى هذا الجهاز عبر الشبكة ({names}).',
        remedy: 'أوقف {names} في إعدادات «المشاركة» أو «سطح المكتب البعيد» في هذا الجهاز.',
      },
      'remote-session': {
        problem: 'يُستخدم هذا الجهاز الآن من مكان آخر.',
        remedy: 'أنهِ الجلسة البعيدة واعمل على هذا الجهاز مباشرة.',
      },
    },
  },
  'admin-rights': {
    title: 'صلاحيات المسؤول',
    why: 'ما تفتحه بالخطأ لا يستطيع أن يفعل أكثر مما يُسمح لك به.',
    texts: {
      administrator: {
        problem: 'أنت تعمل بحساب مسؤول.',
        remedy: 'أنشئ للعمل حسابًا ثانيًا من نوع «قياسي» واستخدمه؛ يمكن للدعم مساعدتك.',
      },
      'always-administrator': {
        problem: 'يستطيع كل برنامج في هذا الجهاز تغيير أي شيء دون أن يسألك.',
        remedy: 'شغِّل أسئلة النظام من جديد («التحكم في حساب المستخدم» في Windows)، أو استخدم حسابًا قياسيًا.',
      },
    },
  },
  'auto-login': {
    title: 'تسجيل الدخول التلقائي',
    why: 'الجهاز الذي يبدأ دون كلمة مرور مفتوح لكل من يشغّله.',
    texts: {
      on: {
        problem: 'يبدأ هذا الجهاز دون أن يطلب كلمة مرور.',
        remedy: 'أوقف تسجيل الدخول التلقائي في إعدادات حسابك.',
      },
    },
  },
  'agent-health': {
    title: 'Shiftgate نفسه',
    why: 'لا يستطيع Shiftgate أن يضمن هذا الجهاز إلا إذا كان سليمًا ومحدَّثًا.',
    texts: {
      'old-version': {
        problem: 'إصدار Shiftgate في هذا الجهاز قديم جدًا ({version}؛ المطلوب {minimum} على الأقل).',
        remedy: 'أعد تشغيل Shiftgate كي يحدّث نفسه، أو ثبِّت أحدث إصدار.',
      },
      'update-waiting': {
        problem: 'مضى {days} وتحديث Shiftgate بانتظار التثبيت.',
        remedy: 'أغلق Shiftgate تمامًا ثم شغِّله من جديد.',
      },
      'files-changed': {
        problem: 'تغيّرت ملفات Shiftgate في هذا الجهاز.',
        remedy: 'ثبِّت Shiftgate من جديد؛ اطلب الرابط من الدعم.',
      },
      'permission-missing': {
        problem: 'لا يُسمح لبرنامج Shiftgate باستخدام: {names}.',
        remedy: 'اسمح بذلك في إعدادات الخصوصية في هذا الجهاز.',
      },
      'weak-key': {
        problem: 'المفتاح الذي يثبت هوية هذا الجهاز غير محفوظ بأمان كافٍ.',
        remedy: 'اسأل الدعم؛ قد يلزم جهاز فيه شريحة أمان.',
      },
    },
  },
} satisfies Pick<
  Words['checks'],
  'wifi-security' | 'vpn' | 'software' | 'screen-lock' | 'remote-login' | 'admin-rights' | 'auto-login' | 'agent-health'
>;
