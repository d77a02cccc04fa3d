import type { OpenTicketSeed, Seed } from '../sandbox/zendesk/seed-shape.ts';

export const WORDS: [subject: string, text: string][] = [
  ['Charged twice this month', 'I see two charges on my card for the same plan. Please refund one of them.'],
  [
    'Cannot sign in since the update',
    'The login page shows error 500 after I enter my password. Nobody in our studio can work.',
  ],
  ['Please change the owner of our account', 'Our manager has left and we need the account moved to my address.'],
  ['Idea: a weekly view', 'It would be lovely to see a whole week of bookings on one page.'],
  ['Kalender synchronisiert nicht', 'Seit gestern kommen neue Termine nicht mehr im Kalender an. Was kann ich tun?'],
];

const openTicket = (number: number): OpenTicketSeed => {
  const [subject, text] = WORDS[number % WORDS.length] ?? ['', ''];
  const requester = { name: `Customer ${number}`, email: `customer${number}@studio${number}.example`, locale: 'en-us' };
  return {
    subject,
    channel: 'email',
    language: 'en',
    requester,
    organization: null,
    priority: null,
    tags: [],
    minutesAgo: 30,
    comments: [{ author: 'requester', public: true, text: `${text} Our number is ${number}.`, minutesAgo: 30 }],
  };
};

/** An account with this many untriaged tickets, numbered from 1001, whose last change is long enough ago to write at once. */
export const manyTickets = (count: number): Seed => ({
  tickets: Array.from({ length: count }, (_, index) => openTicket(index)),
  solved: [],
  articles: [],
});

export const ticketIds = (count: number): number[] => Array.from({ length: count }, (_, index) => 1001 + index);

/** Limits that do not stand in the way of a load test. */
export const NO_LIMITS = { perMinute: 1e9, updatesPerMinute: 1e9, updatesPerTicket: 1e9, exportsPerMinute: 1e9 };
