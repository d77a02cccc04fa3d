import { useMemo, useState } from 'react';
import type { Triage } from '../../backend/contract/triage.ts';
import type { Tell } from '../api/feedback-queue.ts';
import type { Desk } from '../api/useSettings.ts';
import type { Frame } from '../zaf/frame.ts';
import type { TicketForm } from '../zaf/ticket-form.ts';
import { type Applied, applyChanges, mergeApplied, undoApplied } from './apply.ts';
import { buildRows, type Choices, companions, type Row, type RowName, type Target } from './rows.ts';

type Batch = { targets: Target[]; changes: Applied; assigneeId: string | null };
export type Undone = { restored: number; kept: number };

type Input = {
  frame: Frame;
  triage: Triage;
  desk: Desk;
  form: TicketForm;
  refresh: () => Promise<TicketForm | null>;
  tell: Tell;
};

const NONE: Batch = { targets: [], changes: [], assigneeId: null };

/** The rows of one triage and all that an agent may do to them. */
export function useSuggestion({ frame, triage, desk, form, refresh, tell }: Input) {
  const [choices, setChoices] = useState<Choices>({});
  const [batch, setBatch] = useState(NONE);
  const [settled, setSettled] = useState<ReadonlySet<RowName>>(new Set());
  const [refused, setRefused] = useState<RowName[]>([]);
  const [undone, setUndone] = useState<Undone | null>(null);
  const scene = { triage, desk, form, choices, settled };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is made of exactly these
  const rows = useMemo(() => buildRows(scene), [triage, desk, form, choices, settled]);
  const read = async () => (await refresh()) ?? form;

  const choose = (name: RowName, value: string) => {
    const row = rows.find((candidate) => candidate.name === name);
    setChoices((old) => ({ ...old, [name]: value }));
    setUndone(null);
    if (!row || row.chosen === value) return;
    tell(triage.id, { type: 'overridden', field: name, suggested: row.suggested, chosen: value });
  };

  const apply = async (chosenRows: readonly Row[]) => {
    const targets = chosenRows.flatMap(({ changes }) => changes);
    const { applied, assigneeId } = await applyChanges(frame, read, [...targets, ...companions(scene)]);
    const held = targets.filter(({ path }) => applied.some((change) => change.path === path));
    setRefused(namesOf(targets.filter((target) => !held.includes(target))));
    setUndone(null);
    if (held.length === 0) return;
    setBatch((old) => ({
      targets: [...old.targets, ...held],
      changes: mergeApplied(old.changes, applied),
      assigneeId: old.changes.length ? old.assigneeId : assigneeId,
    }));
    setSettled((old) => new Set([...old, ...namesOf(held)]));
    tell(triage.id, { type: 'applied', fields: answersOf(held) });
  };

  const undo = async () => {
    const restored = await undoApplied(frame, read, batch.changes, batch.assigneeId);
    const back = batch.targets.filter(({ path }) => restored.some((change) => change.path === path));
    const kept = namesOf(batch.targets.filter((target) => !back.includes(target)));
    setBatch(NONE);
    setSettled(new Set(kept));
    setUndone({ restored: namesOf(batch.targets).length - kept.length, kept: kept.length });
    tell(triage.id, { type: 'undone', fields: [...new Set(back.map(({ field }) => field))] });
  };

  return {
    rows,
    choices,
    refused,
    undone,
    applied: namesOf(batch.targets).length,
    edited: Object.keys(choices).length > 0 || settled.size > 0,
    choose,
    apply,
    undo,
    /** After a submit there is nothing left to undo. */
    settle: () => setBatch(NONE),
  };
}

export type Suggestion = ReturnType<typeof useSuggestion>;

const namesOf = (targets: readonly Target[]): RowName[] => [...new Set(targets.map(({ row }) => row))];

const answersOf = (targets: readonly Target[]) => [
  ...new Map(targets.map(({ field, suggested, chosen }) => [field, { field, suggested, chosen }])).values(),
];
