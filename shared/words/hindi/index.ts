import type { Words } from '../words.ts';
import { machine } from './machine.ts';
import { use } from './use.ts';

export const hindi: Words = {
  language: 'hi',
  access: { ready: 'तैयार', warned: 'जल्द ठीक करें', draining: 'कॉल पूरी हो रही है', locked: 'लॉक है' },
  checks: { ...machine, ...use },
  cannotTell: {
    absent: 'इस पीसी पर ऐसा कुछ नहीं जो यह जानता हो',
    denied: 'इस पीसी ने अनुमति नहीं दी',
    'needs-admin': 'इसे केवल एडमिनिस्ट्रेटर पढ़ सकता है',
    'location-off': 'लोकेशन बंद है',
    timeout: 'इस पीसी ने समय पर जवाब नहीं दिया',
    'too-large': 'जवाब बहुत लंबा था',
    unparsable: 'जवाब अनजाने रूप में था',
    failed: 'पढ़ते समय गड़बड़ी हुई',
    unsupported: 'इस सिस्टम पर यह अभी पढ़ा नहीं जा सकता',
    'never-read': 'यह अभी तक बताया नहीं गया है',
    stale: 'पिछली बार बहुत पहले पढ़ा गया था',
  },
  outside: {
    'manual-lock': {
      problem: '{by} ने लॉक किया: {reason}',
      remedy: 'हेल्पडेस्क को कॉल करें; वे लॉक हटा सकते हैं।',
    },
    'out-of-contact': {
      problem: 'इस पीसी के Shiftgate से संपर्क नहीं हुआ है।',
      remedy: 'देखें कि यह पीसी ऑनलाइन है और Shiftgate चल रहा है; पहुँच अपने आप लौट आएगी।',
    },
    'awaiting-approval': {
      problem: 'यह पीसी आईटी की मंज़ूरी का इंतज़ार कर रहा है।',
      remedy: 'हेल्पडेस्क से मंज़ूरी देने को कहें।',
    },
    quarantined: {
      problem: 'दो पीसी इस पीसी की पहचान का उपयोग कर रहे हैं।',
      remedy: 'हेल्पडेस्क को कॉल करें; वे इस पीसी को फिर से सेट अप करेंगे।',
    },
    revoked: {
      problem: 'इस पीसी को Shiftgate से हटा दिया गया है।',
      remedy: 'हेल्पडेस्क से सेट अप का नया लिंक माँगें।',
    },
  },
  frames: {
    allGood: '{title}: सब ठीक है।',
    nothingToDo: 'कुछ नहीं करना है।',
    cannotTell: 'पता नहीं चल सका ({what}): {why}।',
    cannotTellRemedy: 'आपको अभी कुछ नहीं करना है; हेल्पडेस्क को पूरी जानकारी दिखती है।',
    locationRemedy: 'लोकेशन चालू करें ताकि इसे पढ़ा जा सके। आप कहाँ हैं, यह कभी नहीं पढ़ा जाता।',
    ready: 'यह पीसी काम के लिए तैयार है।',
    finishCall: 'यह कॉल पूरी करें; इसके बाद कोई नई कॉल नहीं।',
    lessThanADay: 'एक दिन से कम',
  },
};
