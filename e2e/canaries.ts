import type { Person, SolvedTicket, Ticket } from '../backend/ports/ticket.ts';
import { aComment, aTicket } from '../backend/test/ticket.ts';

/** A customer of one tenant with what only their own tickets may ever tell. */
export type Customer = {
  tenantId: string;
  number: number;
  person: Person;
  phone: string;
  order: string;
  secret: string;
};

const SYLLABLES = 'bra cul dov fen gim hul jax kor lup mez nib pov quil ruk sev tam vok wex yam zor'.split(' ');
const nameOf = (number: number): string => {
  const letters = [20 ** 3, 400, 20, 1].map((place) => SYLLABLES[Math.floor(number / place) % 20] ?? '');
  const word = letters.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** The same for the same number, and no part of it like another one's. */
export function createCustomer(tenantId: string, number: number): Customer {
  const surname = nameOf(number);
  const [digits, extension] = [String(1_000_000 + number * 7), String(2_000_000 + number * 7)];
  return {
    tenantId,
    number,
    person: { id: `${number}`, name: `Perpetua ${surname}`, email: `post.${surname.toLowerCase()}@inbox.example` },
    phone: `+49 30 ${extension}`,
    order: `ORD-${digits}-${surname.slice(0, 2).toUpperCase()}`,
    secret: `sk_live_${surname}4eC39HqLyjW${digits}`,
  };
}

/** The words by which each customer is known again in any text, folded. */
const wordsOf = ({ person, phone, order, secret }: Customer) => ({
  name: person.name?.split(' ').at(-1)?.toLowerCase() ?? '',
  phone: phone.slice(-7),
  order: order.slice(4, 11),
  secret: secret.slice(8).toLowerCase(),
});
type Kind = keyof ReturnType<typeof wordsOf>;
/** What is masked for everyone; an order's number is the customer's own to be asked about. */
export const MASKED: readonly Kind[] = ['name', 'phone', 'secret'];

/** Whose canaries stand in a text; each run of letters and digits is looked up. */
export function createWatch(customers: readonly Customer[], kinds: readonly Kind[] = [...MASKED, 'order']) {
  const owners = new Map(
    customers.flatMap((customer) => kinds.map((kind) => [wordsOf(customer)[kind], customer] as const)),
  );
  return (text: string): Customer[] => {
    const found = new Set<Customer>();
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      const owner = owners.get(word);
      if (owner) found.add(owner);
    }
    return [...found];
  };
}

const ASKED = [
  'The calendar does not sync any more and new bookings are missing.',
  'The invoice shows two charges for the same plan and one of them is wrong.',
  'After the update the app closes as soon as I open the reports.',
  'Our new colleague gets no invitation and cannot join the workspace.',
  'The export stops half way and the file is empty when I open it.',
];
const ANSWERED = [
  'Open Settings, choose Calendar and press Reconnect; then sign in once more with the account that owns the bookings.',
  'Open Billing and compare both lines: the second one is a reservation that your bank drops by itself.',
  'Remove the app, restart the phone and install it afresh; the reports open again when the cache is gone.',
  'Open Team, remove the pending invitation and send a new one; ask them to look into the folder for spam as well.',
  'Choose a shorter period for the export and wait until the progress bar has come to its end before you open the file.',
];
const DETAILS = [
  'Please keep the window open meanwhile.',
  'It helps to use a private window for it.',
  'The administrator of the workspace has to confirm it.',
  'A different browser does just as well.',
  'Check the connection of the office first.',
  'Nothing of your work is lost by doing so.',
  'The owner sees a banner until then.',
];

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? '';

/** Named in every way that helpdesks and people name each other. */
function conversation(customer: Customer): { asked: string; answered: string; resolution: string } {
  const { person, phone, order, secret, number } = customer;
  const surname = person.name?.split(' ').at(-1) ?? '';
  return {
    asked: `${pick(ASKED, number)} My name is ${person.name}, write to ${person.email} or call ${phone}. Order ${order}. The key is ${secret}.`,
    answered:
      `Dear ${person.name},\n\nthank you for order ${order}. ${pick(ANSWERED, number)} ${pick(DETAILS, Math.floor(number / 5))} ` +
      `${pick(DETAILS, Math.floor(number / 35) + 1)} We will write to ${person.email} or call ${phone}, Ms ${surname}, and replace the key ${secret}.\n\nKind regards`,
    resolution: `Called Ms ${surname} at ${phone} about order ${order}.`,
  };
}

export function solvedTicketOf(customer: Customer): SolvedTicket {
  const { person, number } = customer;
  const { asked, answered, resolution } = conversation(customer);
  const agent = { id: 'a1', name: 'Sam Agent', email: 'sam@desk.example' };
  const comments = [
    aComment({ id: '1', authorId: person.id, text: asked }),
    aComment({ id: '2', authorId: agent.id, fromCustomer: false, text: answered }),
  ];
  const subject = `Help for ${person.name}, ${customer.order}`;
  return {
    ticket: aTicket({ id: `${50_000 + number}`, subject, requester: person, people: [person, agent], comments }),
    category: null,
    urgency: null,
    sentiment: null,
    solvedAt: '2026-01-02T10:00:00Z',
    resolutionHours: 4,
    satisfaction: 'good',
    reopens: 0,
    resolution,
  };
}

/** An open ticket of the customer, like others' solved ones; `mark` is a word by which its prompts are known. */
export function openTicketOf(customer: Customer, mark: string): Ticket {
  const { person, number } = customer;
  const { asked } = conversation(customer);
  const text = `${asked} ${pick(ASKED, number + 1)} It began in the ${mark} room.`;
  return aTicket({
    id: `${90_000 + number}`,
    subject: pick(ASKED, number).slice(0, 40),
    requester: person,
    people: [person],
    comments: [aComment({ authorId: person.id, text })],
  });
}
