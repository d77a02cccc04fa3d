import type { Scenario } from '../scenario.ts';

export const plan: Scenario = {
  subject: 'Charged after I cancelled',
  text: 'Hi, I cancelled Tidepool Plus in the app last week and you still took €14.99 from my card. Your colleague told me I would get a credit of €40 by Friday and that case 88213 was closed. Please write to [EMAIL_1]. [NAME_1]',
  vault: { '[EMAIL_1]': 'r.hale@post.example', '[NAME_1]': 'Rosa Hale' },
  products: ['Tidepool Plus', 'Tidepool Family'],
  policy: [
    'A charge made after a cancellation is always refunded in full.',
    'Support answers on weekdays from 9 am to 5 pm.',
  ],
  sources: {
    a: {
      title: 'Cancel your plan',
      url: 'https://help.tidepool.example/cancel-plan',
      answer:
        'Open Settings, choose Plan and tap Cancel. Tidepool Plus then stays active until the end of the month that you have paid for. Cancel at least 24 hours before the renewal date, otherwise the next month is charged. An unused month is refunded to the same card within 7 business days. If you cannot find the button, write to plans@tidepool.example.',
    },
    g: {
      title: 'Two charges on one day',
      answer:
        'The second charge is an authorisation of $1,000.00 at most, which your bank releases after three days. You do not need to do anything. We check the account again on 2 March 2027.',
    },
    t: {
      title: 'Charged again',
      answer:
        'I have given you a free month and returned 25 € to your card. Signing out of the app and in again makes the plan show correctly. Ask for team 7 if it does not.',
    },
  },
  clean: [
    ['courtesy', 'Thank you for letting us know, and sorry for the trouble this has caused.'],
    ['courtesy', 'I understand how annoying an unexpected charge is.'],
    ['courtesy', 'I have read your message carefully and am happy to help.'],
    ['question', 'Could you tell us which day the €14.99 left your card?'],
    ['question', 'Did you receive a confirmation when you cancelled?'],
    [
      'paraphrase',
      'To cancel, go to Settings, pick Plan and then tap Cancel.',
      'a',
      'Open Settings, choose Plan and tap Cancel.',
    ],
    [
      'paraphrase',
      'Your Tidepool Plus plan keeps running to the end of the month you have already paid for.',
      'a',
      'Tidepool Plus then stays active until the end of the month that you have paid for.',
    ],
    [
      'paraphrase',
      'If the button is nowhere to be seen, a short message to plans@tidepool.example is enough.',
      'a',
      'If you cannot find the button, write to plans@tidepool.example.',
    ],
    [
      'paraphrase',
      'All the steps are described at https://help.tidepool.example/cancel-plan.',
      'a',
      'Open Settings, choose Plan and tap Cancel.',
    ],
    [
      'respelled',
      'A month that you did not use is refunded to your card within seven working days.',
      'a',
      'An unused month is refunded to the same card within 7 business days.',
    ],
    [
      'respelled',
      'The cancellation has to arrive 24h before the renewal date, or the following month is billed.',
      'a',
      'Cancel at least 24 hours before the renewal date, otherwise the next month is charged.',
    ],
    [
      'respelled',
      'That second charge is only an authorisation of up to USD 1000, and your bank lifts it after 3 days.',
      'g',
      'The second charge is an authorisation of $1,000.00 at most, which your bank releases after three days.',
    ],
    [
      'respelled',
      'We will look at the account once more on March 2nd, 2027.',
      'g',
      'We check the account again on 2 March 2027.',
    ],
    [
      'paraphrase',
      'Signing out and back in usually makes the right plan appear.',
      't',
      'Signing out of the app and in again makes the plan show correctly.',
    ],
    ['policy', 'Anything charged after a cancellation is refunded in full.'],
    ['policy', 'Our team is there on weekdays between 9am and 5pm.'],
  ],
  planted: [
    [
      'number',
      'Tidepool Plus stays active for another {45|ninety} days.',
      'a',
      'Tidepool Plus then stays active until the end of the month that you have paid for.',
    ],
    [
      'number',
      'Your plan allows up to {12|six} devices at the same time.',
      'a',
      'Open Settings, choose Plan and tap Cancel.',
    ],
    [
      'amount',
      'Your refund of {€29.98|$75} is on its way.',
      'a',
      'An unused month is refunded to the same card within 7 business days.',
    ],
    [
      'amount',
      'Cancelling late costs a fee of {£5|ten dollars}.',
      'a',
      'Cancel at least 24 hours before the renewal date, otherwise the next month is charged.',
    ],
    [
      'date',
      'Your plan ends on {31 May 2027|05/31/2027|May 31st}.',
      'a',
      'Tidepool Plus then stays active until the end of the month that you have paid for.',
    ],
    [
      'date',
      'The bank releases it on {4 March|Tuesday, March 9}.',
      'g',
      'The second charge is an authorisation of $1,000.00 at most, which your bank releases after three days.',
    ],
    [
      'deadline',
      'You will have the money {within 48 hours|by Monday|by the end of tomorrow|in two weeks at the latest}.',
      'a',
      'An unused month is refunded to the same card within 7 business days.',
    ],
    [
      'url',
      'Please confirm the cancellation at {https://tidepool-refunds.example/claim|www.tidepool-billing.example|help.tidepool.example/refund-form}.',
      'a',
      'Open Settings, choose Plan and tap Cancel.',
    ],
    [
      'email',
      'You can also write to {refunds@tidepool.example|billing-team@tidepool-help.example}.',
      'a',
      'If you cannot find the button, write to plans@tidepool.example.',
    ],
    [
      'promise',
      '{We guarantee that this will never happen again.|I have already cancelled the plan for you.|As a goodwill gesture the next month is free of charge.|You will also get a discount on your next renewal.}',
    ],
    ['promise', 'We will compensate you for the inconvenience.', 'a', 'Open Settings, choose Plan and tap Cancel.'],
    [
      'product',
      'You may want to switch to {Tidepool Family|TideCare™|AquaSync X2} instead.',
      'a',
      'Open Settings, choose Plan and tap Cancel.',
    ],
    ['foreign', 'We have written to {[EMAIL_4]|daniel.koch@mailbox.example|[NAME]} about this as well.'],
    ['quote', 'Tap Cancel under Plan to end it.', 'a', 'Plans can be ended at any time without notice.'],
    ['customer', 'As promised, we will credit you €40 by Friday.'],
    ['customer', 'I have checked case 88213 and it is closed.', 'a', 'Open Settings, choose Plan and tap Cancel.'],
    [
      'unapproved',
      'We are giving you a free month.',
      't',
      'I have given you a free month and returned 25 € to your card.',
    ],
    ['unapproved', '25 € go back to your card.', 't', 'I have given you a free month and returned 25 € to your card.'],
    ['unapproved', 'Otherwise please ask for team 7.', 't', 'Ask for team 7 if it does not.'],
  ],
};
