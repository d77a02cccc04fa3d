import type { TicketUpdate } from '../ports/helpdesk.ts';
import type { ChangedField, FieldChange, Ticket, TriageFields } from '../ports/ticket.ts';
import type { LoggedWrite, UndoFilter, WrittenChange } from '../ports/write-log.ts';
import { TRIAGED_TAG, UNDONE_TAG } from './plan-update.ts';
import { fieldOf, hasAnswered, lastActor, lastActorOnTag } from './provenance.ts';

/** A change of ours in the order of our writes; `taken` when the undo takes it back. */
type Step = WrittenChange & { taken: boolean };
export type UndoAsked = {
  ticket: Ticket;
  history: readonly FieldChange[];
  writes: readonly LoggedWrite[];
  /** Fields that an agent has settled in the sidebar. */
  decided: ReadonlySet<ChangedField>;
  undoId: string;
};
/** `covered`: a later write of ours stands above it and stays. */
type Verdict = 'restored' | 'left' | 'covered';

export type UndoPlan = {
  /** Null when there is nothing to change on the ticket. */
  update: TicketUpdate | null;
  restored: ChangedField[];
  left: ChangedField[];
  writes: Pick<LoggedWrite, 'triageId' | 'changes'>[];
};

const isTaken = ({ undoId, undoneAt }: LoggedWrite, id: string): boolean => undoId === id && undoneAt === null;

const stepsOf = (writes: readonly LoggedWrite[], taken: (write: LoggedWrite) => boolean): Step[] =>
  writes.flatMap((write) => write.changes.map((change) => ({ ...change, taken: taken(write) })));

/** What a field would hold had none of the writes been made that are undone, now or before. */
function withoutTaken(steps: Step[]): unknown {
  const stays = steps.findLast(({ taken, undone }) => !taken && !undone);
  return stays ? stays.to : (steps[0]?.from ?? null);
}

function judgeField(field: ChangedField, steps: Step[], { ticket, history, decided }: UndoAsked): Verdict {
  const newest = steps.findLast(({ undone }) => !undone);
  if (!newest?.taken) return 'covered';
  const value = fieldOf(ticket, field) ?? null;
  // The second holds after a write of ours whose process died before it could say so.
  const isAsWeLeftIt = value === newest.to || value === withoutTaken(steps);
  return isAsWeLeftIt && lastActor(history, field) === 'us' && !decided.has(field) ? 'restored' : 'left';
}

/** A ticket that a person has taken must not lose its group, for it would lose its agent with it; one that is solved or answered needs both. */
function keepAgents(
  targets: Map<ChangedField, unknown>,
  verdicts: Map<ChangedField, Verdict>,
  { ticket }: UndoAsked,
): ChangedField[] {
  if (ticket.status === 'solved' || hasAnswered(ticket)) return ['groupId', 'assigneeId'];
  const agent = targets.has('assigneeId') ? targets.get('assigneeId') : ticket.assigneeId;
  if (agent === null) return [];
  if (!targets.has('assigneeId')) return ['groupId'];
  // Whom we had chosen before comes back with the group that they were chosen for, or not at all.
  return verdicts.get('groupId') === 'left' ? ['assigneeId'] : [];
}

/** The ticket tells of the last write that stands, where no person has said otherwise. Other tags of ours tell of what cannot be taken back, such as a question that was sent. */
function planTags({ ticket, history, writes, undoId }: UndoAsked): string[] {
  if (!writes.some((write) => isTaken(write, undoId))) return ticket.tags;
  const standing = writes.findLast((write) => write.undoneAt === null && !isTaken(write, undoId));
  const wanted = standing ? [TRIAGED_TAG, standing.marker] : [];
  const amiss = [TRIAGED_TAG, ...writes.map(({ marker }) => marker)].filter(
    (tag) => ticket.tags.includes(tag) !== wanted.includes(tag) && lastActorOnTag(history, tag) === 'us',
  );
  if (amiss.length === 0) return ticket.tags;
  return [...ticket.tags.filter((tag) => !amiss.includes(tag)), ...wanted.filter((tag) => amiss.includes(tag))];
}

const NATIVE = ['priority', 'groupId', 'assigneeId'] as const;

function toUpdate(ticket: Ticket, targets: Map<ChangedField, unknown>, tags: string[]): TicketUpdate | null {
  const changed = new Map([...targets].filter(([field, value]) => (fieldOf(ticket, field) ?? null) !== value));
  if (changed.size === 0 && tags === ticket.tags) return null;
  const native = NATIVE.filter((field) => changed.has(field)).map((field) => [field, changed.get(field)]);
  const own = [...changed].filter(([field]) => !NATIVE.some((name) => name === field));
  return {
    ticketId: ticket.id,
    updatedAt: ticket.updatedAt,
    fields: Object.fromEntries(own) as TriageFields,
    tags: tags.includes(UNDONE_TAG) ? tags : [...tags, UNDONE_TAG],
    ...Object.fromEntries(native),
  };
}

/**
 * Takes back on one ticket what an undo was asked to: each field to what it would hold without those writes, where the last
 * change was ours. What a person or a rule has changed since stays, and so does what a later write of ours has put above it.
 */
export function planUndo(asked: UndoAsked): UndoPlan {
  const { ticket, writes, undoId } = asked;
  const steps = stepsOf(writes, (write) => isTaken(write, undoId));
  const of = (field: ChangedField) => steps.filter((step) => step.field === field);
  const fields = [...new Set(steps.filter(({ taken, field }) => taken && field !== 'tags').map(({ field }) => field))];
  const verdicts = new Map(fields.map((field) => [field, judgeField(field, of(field), asked)]));
  const named = (verdict: Verdict) => fields.filter((field) => verdicts.get(field) === verdict);
  const targets = new Map(named('restored').map((field) => [field, withoutTaken(of(field))]));
  for (const field of keepAgents(targets, verdicts, asked)) {
    if (!targets.has(field) || (fieldOf(ticket, field) ?? null) === targets.get(field)) continue;
    targets.delete(field);
    verdicts.set(field, 'left');
  }
  const tags = planTags(asked);
  const isUndone = ({ field }: WrittenChange) => verdicts.get(field) !== 'left';
  return {
    update: toUpdate(ticket, targets, tags),
    restored: named('restored'),
    left: named('left'),
    writes: writes
      .filter((write) => isTaken(write, undoId))
      .map(({ triageId, changes }) => ({
        triageId,
        changes: changes.map((change) => (isUndone(change) ? { ...change, undone: true as const } : change)),
      })),
  };
}

const isMeant = ({ at, undoId, ...write }: LoggedWrite, { since, until, ...named }: UndoFilter): boolean =>
  undoId === null &&
  Date.parse(at) >= Date.parse(since) &&
  (until === undefined || Date.parse(at) < Date.parse(until)) &&
  Object.entries(named).every(([name, value]) => write[name as keyof typeof named] === value);

/** What an undo of such writes would make of a ticket's fields, by our log alone. */
export function foresee(writes: readonly LoggedWrite[], filter: UndoFilter): WrittenChange[] {
  const steps = stepsOf(writes, (write) => isMeant(write, filter));
  const fields = new Set(steps.filter(({ taken, field }) => taken && field !== 'tags').map(({ field }) => field));
  return [...fields].flatMap((field) => {
    const ofField = steps.filter((step) => step.field === field);
    const newest = ofField.findLast(({ undone }) => !undone);
    return newest?.taken ? [{ field, from: newest.to, to: withoutTaken(ofField) }] : [];
  });
}
