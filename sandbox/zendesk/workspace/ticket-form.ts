import type { FieldValue, Ticket } from './rest-shapes.ts';

const SCALARS = ['status', 'priority', 'type', 'group_id', 'assignee_id'] as const;

export type CustomKey = `custom_field_${number}`;
export type FieldKey = (typeof SCALARS)[number] | 'tags' | CustomKey;
export type Reply = { text: string; public: boolean };
/** What the agent or the app changed and nobody has saved yet. */
export type Draft = {
  values: Partial<Record<FieldKey, FieldValue>>;
  tags: { added: string[]; removed: string[] };
  reply: Reply;
};

export const emptyDraft = (): Draft => ({
  values: {},
  tags: { added: [], removed: [] },
  reply: { text: '', public: true },
});
export const customKey = (id: number): CustomKey => `custom_field_${id}`;
export const sameValue = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The saved ticket with the unsaved draft over it. */
export class TicketForm {
  #saved: Ticket;
  #draft: Draft;

  constructor(saved: Ticket, draft: Draft) {
    this.#saved = saved;
    this.#draft = draft;
  }

  get saved(): Ticket {
    return this.#saved;
  }

  get draft(): Draft {
    return structuredClone(this.#draft);
  }

  get reply(): Reply {
    return { ...this.#draft.reply };
  }

  setReply(change: Partial<Reply>): void {
    this.#draft.reply = { ...this.#draft.reply, ...change };
  }

  values(): Map<FieldKey, FieldValue> {
    const { added, removed } = this.#draft.tags;
    const tags = [...this.#saved.tags.filter((tag) => !removed.includes(tag)), ...added];
    return new Map([...this.#savedValues(), ...entries(this.#draft.values), ['tags', [...new Set(tags)].sort()]]);
  }

  value(key: FieldKey): FieldValue {
    return this.values().get(key) ?? null;
  }

  setValue(key: FieldKey, value: FieldValue): void {
    if (key === 'tags') this.#setTags(value as string[]);
    else if (sameValue(value, this.#savedValues().get(key))) delete this.#draft.values[key];
    else this.#draft.values[key] = value;
  }

  changedKeys(): FieldKey[] {
    const { added, removed } = this.#draft.tags;
    const keys = entries(this.#draft.values).map(([key]) => key);
    return added.length + removed.length > 0 ? [...keys, 'tags'] : keys;
  }

  /** Takes the ticket as the helpdesk now has it; the draft stays, except where it says the same. */
  refresh(saved: Ticket): void {
    const draft = this.#draft;
    this.#saved = saved;
    for (const [key, value] of entries(draft.values)) this.setValue(key, value);
    draft.tags.added = draft.tags.added.filter((tag) => !saved.tags.includes(tag));
    draft.tags.removed = draft.tags.removed.filter((tag) => saved.tags.includes(tag));
  }

  /** Drops what was saved; what was changed again since then stays. */
  forget(submitted: Draft): void {
    const draft = this.#draft;
    for (const [key, value] of entries(submitted.values))
      if (sameValue(draft.values[key], value)) delete draft.values[key];
    draft.tags.added = draft.tags.added.filter((tag) => !submitted.tags.added.includes(tag));
    draft.tags.removed = draft.tags.removed.filter((tag) => !submitted.tags.removed.includes(tag));
    if (draft.reply.text === submitted.reply.text) draft.reply.text = '';
  }

  /** The `ticket` object of the PUT: changed fields only, refused by the helpdesk when the ticket has moved on. */
  update(): Record<string, unknown> {
    const custom = entries(this.#draft.values).flatMap(([key, value]) => {
      const id = customId(key);
      return id === null ? [] : [{ id, value }];
    });
    const { text, public: isPublic } = this.#draft.reply;
    return {
      ...Object.fromEntries(entries(this.#draft.values).filter(([key]) => customId(key) === null)),
      ...(this.changedKeys().includes('tags') && { tags: this.value('tags') }),
      ...(custom.length > 0 && { custom_fields: custom }),
      ...(text.trim() !== '' && { comment: { body: text, public: isPublic } }),
      safe_update: true,
      updated_stamp: this.#saved.updated_at,
    };
  }

  #setTags(tags: string[]): void {
    const saved = this.#saved.tags;
    this.#draft.tags = {
      added: tags.filter((tag) => !saved.includes(tag)),
      removed: saved.filter((tag) => !tags.includes(tag)),
    };
  }

  #savedValues(): Map<FieldKey, FieldValue> {
    const custom = this.#saved.custom_fields.map(({ id, value }): [FieldKey, FieldValue] => [customKey(id), value]);
    return new Map([...SCALARS.map((key): [FieldKey, FieldValue] => [key, this.#saved[key]]), ...custom]);
  }
}

function customId(key: FieldKey): number | null {
  const [, id] = /^custom_field_(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}

const entries = (values: Draft['values']) => Object.entries(values) as [FieldKey, FieldValue][];
