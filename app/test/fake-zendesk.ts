import type { FeedbackEvent } from '../../backend/contract/feedback.ts';
import type { RewriteRequest } from '../../backend/contract/rewrite.ts';
import type { Triage } from '../../backend/contract/triage.ts';
import type { Frame } from '../zaf/frame.ts';
import { frameOver } from '../zaf/frame.ts';
import type { ZafClient, ZafRequest } from '../zaf/zaf-client.ts';
import { aTriage } from './a-triage.ts';

export type Answer = { status: number; body: unknown };
type Handler = (payload?: unknown) => unknown;

const SETTINGS = {
  mode: 'suggest',
  categories: ['billing', 'technical', 'account', 'feature_request', 'general'],
  teamOf: { billing: 'billing_support', technical: 'tech_support', account: 'account_support' },
  fields: { category: '11', urgency: '12', sentiment: '13', confidence: '14', escalation: '15' },
  teams: [
    { team: 'billing_support', groupId: '8' },
    { team: 'tech_support', groupId: '9' },
  ],
};

/** An agent's workspace with one open ticket, and our backend behind its proxy. */
export class FakeZendesk {
  form: Record<string, unknown> = {
    'ticket.priority': 'normal',
    'ticket.tags': ['vip'],
    'ticket.assignee.group.id': 7,
    'ticket.assignee.group.name': 'Support T1',
    'ticket.assignee.user.id': 70,
    'ticket.comment.text': '',
    'ticket.comment.type': 'publicReply',
    currentUser: { id: 5, locale: 'en-US' },
    ...Object.fromEntries([11, 12, 13, 14, 15].map((id) => [`ticket.customField:custom_field_${id}`, null])),
  };
  comments: Record<string, unknown>[] = [{ id: 1, author_id: 9, public: true, plain_body: 'I was charged twice' }];
  /** What a rewrite gives; null where no engine can. */
  rewrite: ((asked: RewriteRequest) => Promise<Answer> | Answer) | null = null;
  /** What successive reads of the triage give; the last one stays. */
  triages: Triage[] = [aTriage()];
  settings: Record<string, unknown> = { backend_url: 'https://triage.example.com' };
  readonly readOnly = new Set<string>();
  readonly requests: ZafRequest[] = [];
  readonly invoked: [string, ...unknown[]][] = [];
  readonly feedback: FeedbackEvent[] = [];
  override: ((options: ZafRequest) => Answer | null) | null = null;
  readonly #handlers = new Map<string, Set<Handler>>();

  readonly client: ZafClient = {
    get: async (paths) => this.#get([paths].flat()),
    set: async (values) => this.#set(values),
    invoke: async (name, ...args) => this.#invoke(name, args),
    request: async (options) => this.#request(options),
    on: (event, handler) => {
      const known = this.#handlers.get(event) ?? new Set();
      this.#handlers.set(event, known.add(handler));
    },
    off: (event, handler) => void this.#handlers.get(event)?.delete(handler),
  };

  frame(context: { location: string; ticketId?: number } = { location: 'ticket_sidebar', ticketId: 42 }): Frame {
    const registered = { ...context, account: { subdomain: 'acme' } };
    return frameOver(this.client, { metadata: { settings: this.settings }, context: registered });
  }

  /** What every handler of the event returned. */
  emit(event: string, payload?: unknown): unknown[] {
    return [...(this.#handlers.get(event) ?? [])].map((handler) => handler(payload));
  }

  listenersTo(event: string): number {
    return this.#handlers.get(event)?.size ?? 0;
  }

  /** A human edits the open form. */
  edit(path: string, value: unknown): void {
    this.form[path] = value;
    this.emit(`${path.replace('customField:', '')}.changed`, value);
  }

  #get(paths: string[]) {
    const errors = Object.fromEntries(
      paths.filter((path) => !(path in this.form)).map((path) => [path, { name: 'Error', message: 'unknown' }]),
    );
    const known = paths.filter((path) => path in this.form).map((path) => [path, this.form[path]]);
    return { ...Object.fromEntries(known), errors };
  }

  #set(values: Record<string, unknown>) {
    const errors: Record<string, unknown> = {};
    for (const [path, value] of Object.entries(values)) {
      if (this.readOnly.has(path)) errors[path] = { name: 'Error', message: 'read only' };
      else if (path === 'ticket.assignee') this.#assign(value as { groupId: number | null; userId?: number });
      else this.edit(path, value);
    }
    return { errors };
  }

  #assign({ groupId, userId }: { groupId: number | null; userId?: number }) {
    this.form['ticket.assignee.group.name'] = groupId === 8 ? 'Billing T2' : 'Support T1';
    this.form['ticket.assignee.user.id'] = userId ?? null;
    this.edit('ticket.assignee.group.id', groupId);
  }

  #invoke(name: string, args: unknown[]) {
    this.invoked.push([name, ...args]);
    if (this.readOnly.has(name)) throw new Error(`${name} is not allowed`);
    const tags = this.form['ticket.tags'] as string[];
    const given = [args[0]].flat() as string[];
    if (name === 'ticket.tags.add') this.edit('ticket.tags', [...new Set([...tags, ...given])]);
    const left = tags.filter((tag) => !given.includes(tag));
    if (name === 'ticket.tags.remove') this.edit('ticket.tags', left);
    return { errors: {} };
  }

  async #request(options: ZafRequest) {
    this.requests.push(options);
    const { status, body } = this.override?.(options) ?? (await this.#route(options));
    const answer = { status, responseText: JSON.stringify(body), responseJSON: body };
    if (status < 200 || status > 299) throw answer;
    return answer;
  }

  #route({ url, data }: ZafRequest): Promise<Answer> | Answer {
    const ok = (body: unknown) => ({ status: 200, body });
    if (url.includes('comments.json'))
      return ok({
        comments: this.comments,
        users: [
          { id: 9, role: 'end-user' },
          { id: 5, role: 'agent' },
        ],
      });
    if (url.startsWith('/api/v2/tickets/')) return ok({ ticket: { id: 42, subject: 'Help', requester_id: 9 } });
    if (url.endsWith('/v1/settings')) return ok({ ...SETTINGS, rewrites: this.rewrite !== null });
    if (url.endsWith('/rewrites') && this.rewrite) return this.rewrite(JSON.parse(data ?? ''));
    if (url.endsWith('/feedback')) {
      this.feedback.push(JSON.parse(data ?? ''));
      return ok({ stored: true });
    }
    const next = this.triages.length > 1 ? this.triages.shift() : this.triages[0];
    return ok(next);
  }
}
