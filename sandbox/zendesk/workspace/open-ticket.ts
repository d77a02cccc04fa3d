import { blankTicket, NEW } from './blank-ticket.ts';
import { readDraft, storeDraft } from './draft-storage.ts';
import { type Account, fetchConversation, fetchTicket, fetchUsers, HelpdeskError, saveTicket } from './helpdesk.ts';
import type { Comment, FieldValue, Ticket, User } from './rest-shapes.ts';
import { type Draft, emptyDraft, type FieldKey, sameValue, TicketForm } from './ticket-form.ts';

export type TicketNews =
  | { type: 'field'; key: FieldKey; before: FieldValue; after: FieldValue }
  | { type: 'reply'; what: 'text' | 'type' }
  | { type: 'subject' | 'conversation' | 'loaded' | 'updated' | 'saved' }
  | { type: 'submit'; phase: 'start' | 'done' | 'fail' | 'always' };

export type Outcome = { saved: true } | { saved: false; reason: string };

/** The ticket that the agent has open: what the helpdesk has, the draft over it, and news of both. */
export class OpenTicket {
  readonly account: Account;
  readonly form: TicketForm;
  #comments: Comment[] = [];
  #users = new Map<number, User>();
  #listeners = new Set<(news: TicketNews) => void>();
  #submitting = false;

  static async load(account: Account, id: number): Promise<OpenTicket> {
    const open = new OpenTicket(account, await fetchTicket(id));
    open.#take(await open.#fetch());
    return open;
  }

  /** One that nobody has saved yet. */
  static blank(account: Account): OpenTicket {
    return new OpenTicket(account, blankTicket(account));
  }

  private constructor(account: Account, ticket: Ticket) {
    this.account = account;
    this.form = new TicketForm(ticket, ticket.id === NEW ? emptyDraft() : readDraft(ticket.id));
    this.form.refresh(ticket);
  }

  get id(): number {
    return this.form.saved.id;
  }

  get isNew(): boolean {
    return this.id === NEW;
  }

  get comments(): readonly Comment[] {
    return this.#comments;
  }

  user(id: number | null): User | null {
    return id === null ? null : (this.#users.get(id) ?? null);
  }

  onNews(listener: (news: TicketNews) => void): void {
    this.#listeners.add(listener);
  }

  /** Every change of the form goes through here, whoever makes it. */
  change(mutate: (form: TicketForm) => void): void {
    const before = this.form.values();
    const reply = this.form.reply;
    mutate(this.form);
    if (!this.isNew) storeDraft(this.id, this.form.draft);
    for (const [key, after] of this.form.values()) {
      const value = before.get(key) ?? null;
      if (!sameValue(value, after)) this.#tell({ type: 'field', key, before: value, after });
    }
    if (reply.text !== this.form.reply.text) this.#tell({ type: 'reply', what: 'text' });
    if (reply.public !== this.form.reply.public) this.#tell({ type: 'reply', what: 'type' });
  }

  /** Only a new ticket's subject is the agent's to write. */
  rename(subject: string): void {
    this.form.refresh({ ...this.form.saved, subject });
    this.#tell({ type: 'subject' });
  }

  /** Looks whether somebody else changed the ticket. */
  async refresh(): Promise<void> {
    if (this.#submitting || this.isNew) return;
    const seen = await this.#fetch();
    if (this.#submitting || seen.ticket.updated_at < this.form.saved.updated_at) return;
    if (this.#take(seen)) this.#tell({ type: 'updated' });
  }

  /** `mayBeSaved` asks the apps and gives their objection, if any. */
  async submit(mayBeSaved: () => Promise<string | null>): Promise<Outcome> {
    this.#submitting = true;
    this.#tell({ type: 'submit', phase: 'start' });
    const outcome = await this.#save(mayBeSaved).catch(
      (error: Error): Outcome => ({ saved: false, reason: error.message }),
    );
    this.#submitting = false;
    this.#tell({ type: 'submit', phase: outcome.saved ? 'done' : 'fail' });
    if (outcome.saved) this.#tell({ type: 'saved' });
    this.#tell({ type: 'submit', phase: 'always' });
    return outcome;
  }

  async #save(mayBeSaved: () => Promise<string | null>): Promise<Outcome> {
    const objection = await mayBeSaved();
    if (objection !== null) return { saved: false, reason: objection };
    const submitted = this.form.draft;
    try {
      this.#takeTicket(await saveTicket(this.id, this.form.update()), submitted);
    } catch (error) {
      if (!(error instanceof HelpdeskError) || error.status !== 409) throw error;
      this.#take(await this.#fetch());
      return { saved: false, reason: CONFLICT };
    }
    // It is saved, whatever happens now: the next look catches up.
    await this.#fetch().then(
      (seen) => this.#take(seen),
      () => false,
    );
    return { saved: true };
  }

  async #fetch(): Promise<Seen> {
    const [ticket, { comments, users }] = await Promise.all([fetchTicket(this.id), fetchConversation(this.id)]);
    for (const user of users) this.#users.set(user.id, user);
    const strangers = [ticket.requester_id, ticket.assignee_id].filter((id) => id !== null && !this.#users.has(id));
    for (const user of strangers.length > 0 ? await fetchUsers(strangers) : []) this.#users.set(user.id, user);
    return { ticket, comments };
  }

  /** Whole tickets are compared: two changes within one second share a stamp. */
  #take({ ticket, comments }: Seen): boolean {
    const changed = !sameValue(ticket, this.form.saved);
    const talked = !sameValue(comments, this.#comments);
    this.#comments = comments;
    if (changed) this.#takeTicket(ticket);
    if (talked) this.#tell({ type: 'conversation' });
    return changed || talked;
  }

  #takeTicket(ticket: Ticket, submitted: Draft = emptyDraft()): void {
    this.change((form) => {
      form.forget(submitted);
      form.refresh(ticket);
    });
    this.#tell({ type: 'loaded' });
  }

  #tell(news: TicketNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}

type Seen = { ticket: Ticket; comments: Comment[] };

const CONFLICT =
  'Not saved: somebody else changed this ticket. It was reloaded and your changes are still here. Check them and submit again.';
