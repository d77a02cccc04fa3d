import type { Scenario } from '../scenario.ts';

export const parcel: Scenario = {
  subject: 'Where is my order?',
  text: 'I ordered the Larkspur lamp on 3 February and it was meant to arrive in 2 days!! Tracking says LK-559-201 was returned. I want it replaced by Saturday or I want my £62 back.',
  vault: {},
  products: ['Larkspur', 'Foxglove'],
  policy: ['A parcel that came back to us is sent again free of charge.'],
  sources: {
    a: {
      title: 'Delivery times',
      url: 'https://larkspur.example/help/delivery',
      answer:
        'Standard delivery takes three to five working days. Express delivery arrives on the next working day when you order before 2 pm. Parcels that could not be delivered wait at the parcel shop for 10 days and then come back to us. Delivery is free for orders over £50.',
    },
    b: {
      title: 'Returns',
      url: 'https://larkspur.example/help/returns',
      answer:
        'You can return anything within 30 days of delivery. Print the label from your account and drop the parcel at any post office. We refund the price within 14 days after the return has arrived. Lamps with a broken bulb are replaced at no cost.',
    },
    t: {
      title: 'Parcel came back',
      answer:
        'I have sent a new lamp by courier; it will be with you on 12 January. Checking the house number in your account helps the driver. You may keep the old lamp as a gift.',
    },
  },
  clean: [
    ['courtesy', 'I am sorry that your lamp has not reached you yet.'],
    ['courtesy', 'Please do get back to us if anything is unclear.'],
    ['question', 'Is the address in your account still the right one?'],
    ['question', 'Would you prefer a replacement or your £62 back?'],
    [
      'paraphrase',
      'A standard parcel is on its way for three to five working days.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'respelled',
      'Standard delivery usually takes 3-5 working days.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'respelled',
      'With express, orders placed before 14:00 arrive the next working day.',
      'a',
      'Express delivery arrives on the next working day when you order before 2 pm.',
    ],
    [
      'respelled',
      'A parcel that could not be handed over stays at the parcel shop for ten days before it travels back to us.',
      'a',
      'Parcels that could not be delivered wait at the parcel shop for 10 days and then come back to us.',
    ],
    ['respelled', 'There is no delivery charge from 50 pounds upwards.', 'a', 'Delivery is free for orders over £50.'],
    [
      'paraphrase',
      'You have 30 days from delivery to send something back.',
      'b',
      'You can return anything within 30 days of delivery.',
    ],
    [
      'paraphrase',
      'Just print the return label in your account and leave the parcel at a post office.',
      'b',
      'Print the label from your account and drop the parcel at any post office.',
    ],
    [
      'respelled',
      'Once the return is with us, the price is refunded within two weeks.',
      'b',
      'We refund the price within 14 days after the return has arrived.',
    ],
    [
      'paraphrase',
      'It helps the driver if you check the house number in your account.',
      't',
      'Checking the house number in your account helps the driver.',
    ],
    ['policy', 'Since the parcel came back to us, sending it again is free of charge.'],
  ],
  planted: [
    [
      'number',
      'Standard delivery takes {eight|9} working days at the moment.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'number',
      'About {85%|four in five} of all lamps arrive sooner.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    ['amount', 'Delivery is free for orders over {£35|20 pounds}.', 'a', 'Delivery is free for orders over £50.'],
    ['amount', 'Sending it again costs {£4.95|GBP 12}.', 'a', 'Delivery is free for orders over £50.'],
    [
      'date',
      'Your lamp left our warehouse on {7 February|2027-02-07|the 7th of February}.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'deadline',
      'It will reach you {tomorrow|by Wednesday evening|within the next 24 hours|no later than next week}.',
      'a',
      'Express delivery arrives on the next working day when you order before 2 pm.',
    ],
    [
      'url',
      'You can follow it at {https://track.parcel-example.example/LK|larkspur.example/track|http://bit.example/3xY}.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'email',
      'Send a photo to {returns@larkspur.example|claims@parcel.example}.',
      'b',
      'Print the label from your account and drop the parcel at any post office.',
    ],
    [
      'promise',
      '{A replacement is already on its way.|Your money has been refunded.|We will pay for any damage to the lamp.|You will receive a voucher for your next order.}',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    ['promise', 'We promise that the second parcel will arrive in time.'],
    [
      'product',
      'The {Foxglove|LumenCore 300|GlowPad} is in stock right away.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    [
      'foreign',
      'The parcel was signed for by {[NAME_2]|[PHONE_3]}.',
      'a',
      'Standard delivery takes three to five working days.',
    ],
    ['foreign', 'The driver can be reached at +44 7700 900123.'],
    ['quote', 'You have 30 days to return it.', 'b', 'Returns are accepted for a whole month.'],
    [
      'customer',
      'It was to arrive within 2 days, that is right.',
      'a',
      'Express delivery arrives on the next working day when you order before 2 pm.',
    ],
    ['customer', 'We will have it replaced by Saturday, or you get your £62 back.'],
    [
      'unapproved',
      'It will be with you on 12 January.',
      't',
      'I have sent a new lamp by courier; it will be with you on 12 January.',
    ],
    ['unapproved', 'You may keep the old lamp as a gift.', 't', 'You may keep the old lamp as a gift.'],
  ],
};
