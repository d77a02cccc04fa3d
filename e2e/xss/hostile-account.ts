import type { Seed } from '../../sandbox/zendesk/seed-shape.ts';
import type { ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { type Next, PAYLOADS } from '../xss-payloads.ts';

const ASKED = 'I was charged twice for my plan this month and the invoice shows both charges.';
const ANSWERED =
  'Open Billing, choose Invoices and press Refund beside the second charge; it is back within five days.';
const TICKETS = 4;

const person = (next: Next, index: number) => ({
  name: next(2).join(' '),
  email: `p${index}@hostile.example`,
  locale: 'en-US',
});

/** Solved tickets and articles whose every text is hostile, about what the open ones ask. */
export function hostileSeed(next: Next): Seed {
  const solved = Array.from({ length: 24 }, (_, index) => ({
    subject: `Charged twice ${next(1)[0]}`,
    language: 'en',
    category: 'billing',
    urgency: 'P3',
    channel: 'email',
    requester: person(next, index),
    question: `${ASKED} ${next(4).join('\n')}`,
    response: `${next(2).join('\n')} ${ANSWERED} ${next(2).join('\n')}`,
    resolution: `Refunded the second charge ${next(1)[0]}`,
    group: 'billing_support',
    satisfaction: 'good' as const,
    gold: true,
    solvedDaysAgo: 3 + index,
    resolutionHours: 4,
    tags: [],
  }));
  const articles = Array.from({ length: 6 }, (_, index) => ({
    key: `a${index}`,
    locale: 'en-us',
    section: 'Billing',
    title: `Charged twice for a plan ${next(1)[0]}`,
    html: `<p>${ANSWERED}</p>${next(5).join('\n')}<p>${ASKED}</p>`,
    updatedDaysAgo: 5,
  }));
  return { tickets: [], solved, articles };
}

/** Tickets that hold every payload in what a customer writes, each a second time in what stands around it. */
export function writeTickets(zendesk: ZendeskSandbox, next: Next): number[] {
  const share = Math.ceil(PAYLOADS.length / TICKETS);
  return Array.from({ length: TICKETS }, (_, index) => {
    const texts = next(share).join('\n');
    const said = index % 2 === 0 ? { text: `${ASKED}\n${texts}` } : { html: `<p>${ASKED}</p>\n${texts}` };
    const { id } = zendesk.createTicket({
      ...said,
      subject: `Charged twice ${next(3).join(' ')}`,
      requester: person(next, 100 + index),
      organization: next(1)[0] ?? null,
      tags: next(3),
      attachments: next(2).map((name) => ({ name, contentType: 'text/plain', text: next(4).join('\n') })),
    });
    zendesk.comment(id, { text: next(5).join('\n') });
    return id;
  });
}
