import { PRIORITY_OF } from '../contract/priority.ts';
import { type Act, FIELDS, type Field, RANKS, type Value, type Wanted } from './ticket-acts.ts';

/** `stuck`: an undo had to leave it. `apply`: the number of the one that put it there. */
type Layer = { version: string; value: Value; apply: number; stuck?: true };
type Held = { value: Value; pile: Layer[]; theirs: boolean; settled: boolean };

const bottomOf = (field: Field): Value => (field === 'escalation' ? false : null);

function isFree(field: Field, { value, pile, theirs, settled }: Held): boolean {
  if (settled) return false;
  return pile.length > 0 ? !theirs : value === bottomOf(field);
}

type IsMeant = (layer: Pick<Layer, 'version' | 'apply'>) => boolean;

/** What would show when the layers that are meant were gone; null when none of them shows now. */
function shownWithout(field: Field, { pile }: Held, isMeant: IsMeant): { value: Value } | null {
  const isOut = (layer: Layer) => !layer.stuck && isMeant(layer);
  const top = pile.at(-1);
  if (!top || !isOut(top)) return null;
  return { value: pile.findLast((layer) => !isOut(layer))?.value ?? bottomOf(field) };
}

function takeOut(field: Field, held: Held, isMeant: IsMeant, mayShow: boolean): void {
  const meant = held.pile.filter((layer) => !layer.stuck && isMeant(layer));
  const shown = shownWithout(field, held, isMeant);
  if (shown && (held.theirs || held.settled || (shown.value !== held.value && !mayShow))) {
    for (const layer of meant) layer.stuck = true;
    return;
  }
  if (shown) held.value = shown.value;
  held.pile = held.pile.filter((layer) => !meant.includes(layer));
}

function edit(held: Held, to: Value, back: boolean): void {
  if (held.value === to) return;
  if (held.pile.length > 0) held.theirs = true;
  if (!back) held.value = to;
}

/**
 * What was promised, in other words than the product's, a field at a time: a pile of what we put there. Whoever else changes a
 * field with a pile on it owns it for good; an undo takes its layers out and the top one shows.
 */
export function createOracle() {
  const fields = new Map<Field, Held>(
    FIELDS.map((field) => [field, { value: bottomOf(field), pile: [], theirs: false, settled: false }]),
  );
  const of = (field: Field): Held => {
    const held = fields.get(field);
    if (!held) throw new Error(`There is no field ${field}`);
    return held;
  };
  const tags = new Set<string>();
  let applies = 0;
  /** Those that stand. */
  let writes: { version: string; apply: number }[] = [];
  /** Nobody has noted it yet: an undo that begins now does not mean it. */
  let unnoted: number | null = null;
  const put = (field: Field, version: string, value: Value): boolean => {
    const held = of(field);
    if (!isFree(field, held) || held.value === value) return false;
    held.pile.push({ version, value, apply: applies });
    held.value = value;
    return true;
  };

  const apply = (version: string, { category, urgency, escalation, groupId, agentId }: Wanted, isNoted: boolean) => {
    unnoted = isNoted ? null : applies;
    writes.push({ version, apply: applies });
    const group = of('groupId');
    const mayTake = of('assigneeId').value === null || isFree('assigneeId', of('assigneeId'));
    const wasOurGroup = group.value === groupId && group.pile.length > 0 && isFree('groupId', group);
    for (const [field, value] of Object.entries({ category, urgency, escalation })) put(field as Field, version, value);
    const priority = PRIORITY_OF[urgency];
    if (RANKS.indexOf(priority) > RANKS.indexOf(String(of('priority').value))) put('priority', version, priority);
    const moved = mayTake && put('groupId', version, groupId);
    if (moved || (wasOurGroup && agentId !== null)) put('assigneeId', version, agentId);
    applies += 1;
  };
  const undo = (version: string | null) => {
    const isMeant: IsMeant = (layer) => layer.apply !== unnoted && (version === null || layer.version === version);
    const [group, agent] = [of('groupId'), of('assigneeId')];
    for (const field of FIELDS.filter((each) => each !== 'groupId' && each !== 'assigneeId'))
      takeOut(field, of(field), isMeant, true);
    const isPinned = shownWithout('groupId', group, isMeant) !== null && (group.theirs || group.settled);
    const next = shownWithout('assigneeId', agent, isMeant);
    // Somebody whom we had chosen before comes back with their group or not at all.
    const comesBack = next !== null && next.value !== null && !agent.theirs && !agent.settled;
    takeOut('assigneeId', agent, isMeant, !(comesBack && isPinned));
    takeOut('groupId', group, isMeant, agent.value === null || comesBack);
    const isAny = writes.some(isMeant);
    writes = writes.filter((write) => !isMeant(write));
    if (isAny) unnoted = null;
  };

  return {
    of: (field: Field) => of(field).value,
    tags,
    /** The number of the write that the ticket tells of. */
    standing: () => writes.at(-1)?.apply ?? null,
    run(act: Act): void {
      if (act.do === 'apply') apply(act.version, act.wanted, !act.dies || act.again);
      else if (act.do === 'edit') edit(of(act.field), act.to, act.back);
      else if (act.do === 'settle') of(act.field).settled = true;
      else if (act.do === 'undo') undo(act.version);
      else if (act.add) tags.add(act.tag);
      else tags.delete(act.tag);
    },
  };
}
