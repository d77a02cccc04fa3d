import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import { escalationRulesSchema } from '../contract/escalation-rules.ts';
import { compileSignals } from '../pipeline/escalation/find-signals.ts';
import type { Ticket } from '../ports/ticket.ts';
import { serve } from './serve.ts';
import { createTextTasks } from './text-tasks.ts';

const tasks = createTextTasks(createMasker());
const escalation = escalationRulesSchema.parse(undefined);

const MAIL = `Hello, I wrote to you on 2 March and order 4711 has still not arrived. Call me: +49 30 901820.
10:32 sync: error 500 from the server at 192.0.2.7, retry in 30 s
Best regards
Ann Lee | ann@mail.example | 12 Main St, Springfield

On Mon, 4 Apr 2022 at 15:59, Bob <bob@mail.example> wrote:
> Which version?
`;

/** The first texts cost many times what later ones do, and that must not count against a ticket. */
async function warmUp(): Promise<void> {
  compileSignals();
  const person = { id: '1', name: 'Ann Lee', email: 'ann@mail.example' };
  for (const html of [null, `<p>${MAIL.repeat(20)}</p><blockquote>old</blockquote>`]) {
    const text = MAIL.repeat(20);
    const comment = { id: '1', authorId: '1', fromCustomer: true, public: true, createdAt: null, attachments: [] };
    const people = [person];
    const about = {
      id: '1',
      subject: 'Order',
      channel: 'email',
      status: 'open',
      priority: null,
      groupId: null,
      assigneeId: null,
    };
    const ticket: Ticket = {
      ...about,
      ...{ tags: [], fields: {}, requester: person, people, organisations: [], createdAt: '', updatedAt: '' },
      comments: [{ ...comment, text, html }],
    };
    const ingested = await tasks.ingest(ticket);
    tasks.readText({
      ...ingested,
      attached: [text],
      hints: { people },
      maxTokens: 500,
      model: 'gpt-4o-mini',
      escalation,
    });
  }
}

await warmUp();
serve(tasks);
