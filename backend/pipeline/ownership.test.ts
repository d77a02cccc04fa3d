import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangedField, Ticket } from '../ports/ticket.ts';
import type { LoggedWrite } from '../ports/write-log.ts';
import { createOracle } from '../test/ownership-oracle.ts';
import { aClassification, aTriage } from '../test/ticket.ts';
import { type Act, anyAct, applyAct, FIELDS, type Wanted } from '../test/ticket-acts.ts';
import { aWrite, createTicketModel } from '../test/ticket-history.ts';
import { planUndo } from './plan-undo.ts';
import { needsHistory, planUpdate } from './plan-update.ts';
import { changesOf, findUnloggedMarker, recoverWrite } from './provenance.ts';

const RUNS = 10_000;

const triageOf = (id: string, { groupId, agentId, escalation, ...classified }: Wanted) =>
  aTriage({
    id,
    classification: aClassification({ ...classified, confidence: 0.9, urgencyConfidence: 0.9 }),
    escalation: { flagged: escalation, risk: 'low', reasons: [] },
    routing: { ...aTriage().routing!, groupId },
    assignee: agentId === null ? null : { agentId, name: 'Ana', open: 0, seenThere: true, passedOver: [] },
    unassigned: agentId === null ? 'away' : null,
  });

/** The product's own plans over a ticket that keeps its history. `dies`: the process ends between the write and its record. */
function createProduct() {
  const model = createTicketModel();
  const decided = new Set<ChangedField>();
  const queried = { history: 0 };
  let log: LoggedWrite[] = [];
  let undos = 0;

  const recover = () => {
    const marker = findUnloggedMarker(model.ticket(), log);
    const lost = marker ? recoverWrite(model.history, marker) : null;
    const number = made.findIndex((write) => write.marker === marker);
    if (lost) log.push({ ...made[number]!, changes: lost.changes });
  };
  const made: LoggedWrite[] = [];

  const write = (triage: ReturnType<typeof triageOf>, entry: LoggedWrite, dies: boolean) => {
    recover();
    const known = { writes: log, history: null, decided };
    const asked = { ticket: model.ticket(), triage, mode: 'auto' as const, known, note: '' };
    const asks = needsHistory(asked);
    if (asks) queried.history += 1;
    const update = planUpdate(asks ? { ...asked, known: { ...known, history: model.history } } : asked);
    if (!update) return;
    const changes = changesOf(model.ticket(), update);
    model.take(update);
    if (!dies) log.push({ ...entry, changes });
  };

  const takeBack = (undoId: string, dies: boolean) => {
    if (!log.some((write) => write.undoId === undoId)) return;
    recover();
    if (!log.some((write) => write.undoId === undoId)) return;
    recover();
    const asked = { ticket: model.ticket(), history: model.history, writes: log, decided, undoId };
    const { update, writes } = planUndo(asked);
    if (update) model.take(update);
    if (dies) return;
    const changed = new Map(writes.map(({ triageId, changes }) => [triageId, changes]));
    log = log.map((each) =>
      changed.has(each.triageId) ? { ...each, changes: changed.get(each.triageId)!, undoneAt: 'now' } : each,
    );
  };

  return {
    model,
    queried,
    run(action: Act): void {
      if (action.do === 'apply') {
        const entry = aWrite(made.length, [], { promptVersion: action.version });
        made.push(entry);
        const triage = triageOf(entry.triageId, action.wanted);
        write(triage, entry, action.dies);
        if (action.dies && action.again) write(triage, entry, false);
      } else if (action.do === 'edit') {
        const before = model.read(action.field) ?? null;
        model.change(action.by, { [action.field]: action.to });
        if (action.back) model.change(action.by, { [action.field]: before });
      } else if (action.do === 'tag') {
        const others = model.ticket().tags.filter((each) => each !== action.tag);
        model.change('agent', { tags: action.add ? [...others, action.tag] : others });
      } else if (action.do === 'settle') decided.add(action.field);
      else {
        const undoId = `undo-${undos++}`;
        log = log.map((each) =>
          each.undoId === null && (action.version === null || each.promptVersion === action.version)
            ? { ...each, undoId }
            : each,
        );
        if (action.dies) takeBack(undoId, true);
        takeBack(undoId, false);
      }
    },
  };
}

const told = ({ tags }: Ticket): string[] =>
  tags.filter((tag) => tag === 'ait_triaged' || tag.startsWith('ait_run_')).toSorted();
const signsOf = (write: number | null): string[] =>
  write === null ? [] : ['ait_triaged', aWrite(write, []).marker].toSorted();

describe('any interleaving of our writes, edits of people and rules, kills and undos', () => {
  it('ends in exactly the state that was promised', { timeout: 30_000 }, () => {
    let [asked, applied] = [0, 0];
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 12 }), (acts) => {
        const [product, oracle] = [createProduct(), createOracle()];
        for (const each of acts) {
          product.run(each);
          oracle.run(each);
          const got = FIELDS.map((field) => product.model.read(field) ?? null);
          expect(got).toEqual(FIELDS.map((field) => oracle.of(field)));
        }
        const foreign = product.model.ticket().tags.filter((each) => !each.startsWith('ait_'));
        expect(foreign.toSorted()).toEqual([...oracle.tags].toSorted());
        expect(told(product.model.ticket())).toEqual(signsOf(oracle.standing()));
        asked += product.queried.history;
        applied += acts.filter((each) => each.do === 'apply').length;
      }),
      { numRuns: RUNS },
    );
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(applied);
  });

  it('leaves nothing of ours but the mark of the undo when everything is undone', () => {
    fc.assert(
      fc.property(fc.array(applyAct, { minLength: 1, maxLength: 5 }), (acts) => {
        const product = createProduct();
        for (const each of acts) product.run({ ...each, again: true });
        product.run({ do: 'undo', version: null, dies: false });
        expect(FIELDS.map((field) => product.model.read(field) || null)).toEqual(FIELDS.map(() => null));
        expect(product.model.ticket().tags).toEqual(['ait_undone']);
      }),
      { numRuns: 300 },
    );
  });
});
