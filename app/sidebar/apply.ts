import type { Frame } from '../zaf/frame.ts';
import { type FormChange, type FormPath, type TicketForm, valueAt, writeForm } from '../zaf/ticket-form.ts';

/** What we set and what stood there before, by place. */
export type Applied = { path: FormPath; before: string | null; after: string | null }[];

type Read = () => Promise<TicketForm>;

/** Sets the values and reads the form back: Zendesk may refuse a value without saying so. */
export async function applyChanges(frame: Frame, read: Read, changes: readonly FormChange[]) {
  const before = await read();
  await writeForm(frame, changes);
  const after = await read();
  const applied: Applied = changes
    .filter(({ path, value }) => valueAt(after, path) === value)
    .map(({ path, value }) => ({ path, before: valueAt(before, path), after: value }));
  return { applied, assigneeId: before.assigneeId };
}

/**
 * Puts back what stood there, except where someone has changed it since: the human's value wins.
 * Gives the places that hold their old value again.
 */
export async function undoApplied(frame: Frame, read: Read, applied: Applied, assigneeId: string | null) {
  const now = await read();
  const ours = applied.filter(({ path, after }) => valueAt(now, path) === after);
  const back = ours.map(({ path, before }) => ({ path, value: before }));
  await writeForm(frame, back, assigneeId);
  const then = await read();
  return ours.filter(({ path, before }) => valueAt(then, path) === before);
}

/** Applying twice keeps the first `before`, so that one Undo goes all the way back. */
export const mergeApplied = (older: Applied, newer: Applied): Applied => [
  ...older.map((change) => ({
    ...change,
    after: newer.find(({ path }) => path === change.path)?.after ?? change.after,
  })),
  ...newer.filter(({ path }) => !older.some((change) => change.path === path)),
];
