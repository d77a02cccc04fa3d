import type { Phrases } from './phrases.ts';

export const en: Phrases = {
  acknowledge: {
    angry: 'We are very sorry about this experience, and we understand why you are upset.',
    frustrated: 'We are sorry for the trouble this has caused you.',
    neutral: 'Thank you for getting in touch.',
    positive: 'Thank you very much for your kind message.',
  },
  urgent: 'We are treating this as urgent.',
  lead: 'These steps should help:',
  more: 'More on this:',
  exposed: {
    secret: 'Your message contained a password or a key: please replace it, and never send one in a message.',
    card: 'Please never send a full card number in a message.',
  },
  passOn: 'We will gladly pass this idea on to our product team.',
  meanwhile: 'Until then, this may help:',
  clarify: {
    billing:
      'So that we can check it, please tell us, if you have not done so yet, which invoice or payment it is about, its date, and the outcome you would like.',
    technical:
      'So that we can look into it, please tell us, if you have not done so yet, since when it happens and to whom, the exact error message, and which device, browser or app version is in use.',
    account:
      'So that we can check it, please tell us, if you have not done so yet, which sign-in address it is about, what you want to do, and at which step it stops.',
    feature_request:
      'It helps them to know what you want to achieve, how often it comes up, and how you manage without it.',
    general: 'So that we can help you properly, could you describe in a little more detail what you need?',
  },
  welcome: 'It is good to hear that. If anything else comes up, simply reply to this message.',
  space: ' ',
  colon: ':',
};
