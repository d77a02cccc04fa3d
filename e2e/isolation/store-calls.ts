import { randomUUID } from 'node:crypto';
import { actFor } from '../../backend/ports/acting-for.ts';
import type { MaskedText } from '../../backend/ports/engine.ts';
import type { Store } from '../../backend/ports/store.ts';
import { markerOf } from '../../backend/ports/write-log.ts';
import { anEntry } from '../../backend/test/knowledge.ts';
import { shippedRouting } from '../../backend/test/routing.ts';
import { someSettings } from '../../backend/test/tenant-settings.ts';
import { aTriage } from '../../backend/test/ticket.ts';
import type { Planted } from './plant.ts';

type Call = (store: Store, of: Planted) => unknown;
const SINCE = new Date('2020-01-01');
const LATER = new Date('2999-01-01');
const DAYS = { from: '2020-01-01', to: '2999-01-01' };
const FILTER = { since: SINCE.toISOString() };
const EMBEDDER = 'another-1';
const nothing = async () => {};
const changed = ({ ids: { ticketId: id } }: Planted) => [
  { id, status: 'open', updatedAt: LATER.toISOString(), commentedAt: LATER.toISOString() },
];
const dead = ({ ids: { ticketId } }: Planted) => [{ ticketId, failedAt: LATER.toISOString() }];
const claimOf = ({ tenantId, ticketId, contentHash }: Planted) => ({ tenantId, ticketId, contentHash, force: false });
const storedOf = ({ ids: { triageId: id, ticketId } }: Planted, attempt: number) => ({
  ...{ triage: aTriage({ id, ticketId, status: 'failed' }), attempt, contentHash: 'x' },
});
const trained = { model: { version: 'v', bytes: new Uint8Array(3), seen: [] }, votes: [] };
const rowOf = ({ ids }: Planted) => ({
  ...{ id: randomUUID(), triageId: ids.triageId, ticketId: ids.ticketId, type: 'rated', at: SINCE.toISOString() },
  ...{ agentId: '5', fields: [], draftOutcome: null, draftDistance: null, decidedBy: null, helpful: true },
});

/** What one account's process could ask of the store about another: one call of each method, and a new method needs one here. */
export const STORE_CALLS: { [Name in keyof Store]: Call } = {
  claimTriage: (store, of) => store.claimTriage(claimOf(of)),
  saveTriage: (store, of) => store.saveTriage(of.tenantId, storedOf(of, 1)),
  readTriage: (store, of) => store.readTriage(of.tenantId, of.ids.triageId),
  spendModelCall: (store, of) => store.spendModelCall(of.tenantId, { id: of.ids.triageId, attempt: 1 }, null),
  spendRewrite: (store, of) => store.spendRewrite(of.tenantId, of.ids.triageId, null),
  countOtherTriages: (store, of) => store.countOtherTriages({ ...claimOf(of), contentHash: 'x' }, SINCE),
  readDecision: (store, of) => store.readDecision(of.tenantId, of.ids.triageId),
  findDecisions: (store, of) => store.findDecisions(of.tenantId, of.ticketId, 9),
  readDecisions: (store, of) => store.readDecisions(of.tenantId, { since: SINCE, before: null, limit: 9 }),
  findDegraded: (store, of) => store.findDegraded(of.tenantId, SINCE, 9),
  settleDegraded: (store, of) => store.settleDegraded(of.tenantId, of.ids.triageId),
  replaceDegraded: (store, of) => store.replaceDegraded(of.tenantId, storedOf(of, 1), {}),
  isUsed: (store, of) => store.isUsed(of.tenantId, of.ids.triageId),
  saveInboxEvent: (store, { tenantId, ticketId }) =>
    store.saveInboxEvent({ tenantId, ticketId, eventKey: randomUUID(), type: 'trigger' }, nothing),
  readLastDelivery: (store, of) => store.readLastDelivery(of.tenantId),
  beginReconciling: (store, of) => store.beginReconciling(of.tenantId, SINCE),
  saveReconciling: (store, of) => store.saveReconciling(of.tenantId, 'stolen'),
  findUntriaged: (store, of) => store.findUntriaged(of.tenantId, changed(of), SINCE),
  findUnfollowed: (store, of) => store.findUnfollowed(of.tenantId, changed(of)),
  findUnflagged: (store, of) => store.findUnflagged(of.tenantId, dead(of)),
  saveFlagged: (store, of) => store.saveFlagged(of.tenantId, of.ids.ticketId, LATER),
  saveTriaged: (store, of) => store.saveTriaged(of.tenantId, of.ids.ticketId, LATER),
  readLastTriage: (store, of) => store.readLastTriage(of.tenantId, of.ids.ticketId),
  saveFollowed: (store, of) => store.saveFollowed(of.tenantId, of.ids.ticketId, LATER),
  takeUpdate: (store, of) => store.takeUpdate(of.tenantId, of.ids.ticketId, 2),
  pauseUpdates: (store, of) => store.pauseUpdates(of.tenantId, 999),
  readPause: (store, of) => store.readPause(of.tenantId, SINCE),
  claimQuestion: (store, of) => store.claimQuestion(of.tenantId, 'new', of.ids.triageId),
  readWrites: (store, of) => store.readWrites(of.tenantId, of.ids.ticketId),
  logWrite: (store, { tenantId, ids }) =>
    store.logWrite(tenantId, ids.ticketId, { marker: markerOf(ids.triageId), changes: [] }),
  countWrites: (store, of) => store.countWrites(of.tenantId, FILTER),
  findWrittenTickets: (store, of) => store.findWrittenTickets(of.tenantId, FILTER, 9),
  startUndo: (store, of) => store.startUndo(of.tenantId, FILTER, nothing),
  findOpenUndo: (store, of) => store.findOpenUndo(of.tenantId),
  readUndo: (store, of) => store.readUndo(of.tenantId, of.ids.undoId),
  findUndoTickets: (store, of) => store.findUndoTickets(of.tenantId, of.ids.undoId, 9),
  deferUndoTicket: (store, of) => store.deferUndoTicket(of.tenantId, of.ids.undoId, of.ids.ticketId),
  saveUndone: (store, { tenantId, ids }) =>
    store.saveUndone(tenantId, ids.undoId, ids.ticketId, {
      ...{ outcome: 'failed', code: 'stolen', restored: [], left: [], writes: [] },
    }),
  endUndo: (store, of) => store.endUndo(of.tenantId, of.ids.undoId),
  saveFeedback: (store, of) => store.saveFeedback(of.tenantId, rowOf(of)),
  readDecidedFields: (store, of) => store.readDecidedFields(of.tenantId, of.ids.ticketId),
  readFeedback: (store, of) => store.readFeedback(of.tenantId, null, 9),
  chooseInTurn: (store, of) => store.chooseInTurn(of.tenantId, of.ids.ticketId, () => 'stolen'),
  readModelVersion: (store, of) => store.readModelVersion(of.tenantId),
  readModel: (store, of) => store.readModel(of.tenantId),
  saveModel: (store, of) => store.saveModel(of.tenantId, trained.model),
  forgetModel: (store, of) => store.forgetModel(of.tenantId),
  beginTraining: (store, of) => store.beginTraining(of.tenantId, { trainedOn: 1, trainedFor: 't' }),
  endTraining: (store, of) => store.endTraining(of.tenantId, randomUUID(), trained),
  readLearned: (store, of) => store.readLearned(of.tenantId),
  changeLearned: (store, of) => store.changeLearned(of.tenantId, 'm', () => ({ dials: [] })),
  readEvidence: (store, of) => store.readEvidence(of.tenantId, 'm'),
  readLearnedTickets: (store, of) => store.readLearnedTickets(of.tenantId, { correctedOnly: false, limit: 9 }),
  countLearnedTickets: (store, of) => store.countLearnedTickets(of.tenantId),
  bookUsage: (store, of) =>
    store.bookUsage(of.tenantId, of.ids.triageId, {
      ...{ purpose: 'draft', microUsd: 1 },
      usage: { model: 'stolen', promptTokens: 1, cachedTokens: 1, completionTokens: 1 },
    }),
  readUsage: (store, of) => store.readUsage(of.tenantId, SINCE),
  markWords: (store, of) => store.markWords(of.tenantId, ['tag:x']),
  readRouting: (store, of) => store.readRouting(of.tenantId),
  readRoutingVersion: (store, of) => store.readRoutingVersion(of.tenantId, of.ids.routingVersion),
  saveRouting: (store, { tenantId, ids: { routingVersion: basedOn } }) =>
    store.saveRouting(tenantId, shippedRouting(), { savedBy: 'admin', basedOn }),
  listRoutings: (store, of) => store.listRoutings(of.tenantId),
  saveKnowledge: (store, of) => store.saveKnowledge(of.tenantId, [anEntry('stolen')]),
  removeKnowledge: (store, of) => store.removeKnowledge(of.tenantId, [of.ids.itemId]),
  leaveOut: (store, of) => store.leaveOut(of.tenantId, of.ids.itemId),
  setGold: (store, of) => store.setGold(of.tenantId, of.ids.itemId, true),
  markStandings: (store, of) => store.markStandings(of.tenantId, LATER),
  findUnseenArticles: (store, of) => store.findUnseenArticles(of.tenantId, LATER),
  readKnowledge: (store, of) => store.readKnowledge(of.tenantId, [of.ids.itemId]),
  readFacts: (store, of) => store.readFacts(of.tenantId, [of.ids.itemId]),
  countKnowledge: (store, of) => store.countKnowledge(of.tenantId),
  readCursor: (store, of) => store.readCursor(of.tenantId, 'tickets'),
  saveCursor: (store, of) => store.saveCursor(of.tenantId, 'tickets', 'stolen'),
  searchKnowledge: (store, of) => store.searchKnowledge(of.tenantId, of.word as MaskedText, 9),
  markEmbedded: (store, { tenantId, ids: { itemId: id } }) =>
    store.markEmbedded(tenantId, EMBEDDER, [{ id, contentHash: 'stolen' }]),
  unmarkEmbedded: (store, of) => store.unmarkEmbedded(of.tenantId, of.embedderId, [of.ids.itemId]),
  forgetEmbeddings: (store, of) => store.forgetEmbeddings(of.tenantId, of.embedderId),
  findEmbedded: (store, of) => store.findEmbedded(of.tenantId, of.embedderId, { after: '', limit: 9 }),
  readServing: (store, of) => store.readServing(of.tenantId),
  saveServing: (store, of) => store.saveServing(of.tenantId, 'stolen'),
  listEmbedders: (store, of) => store.listEmbedders(of.tenantId),
  findRetired: (store, of) => store.findRetired(of.tenantId, LATER),
  findUnembedded: (store, of) => store.findUnembedded(of.tenantId, EMBEDDER, { after: '', limit: 9 }),
  countEmbedded: (store, of) => store.countEmbedded(of.tenantId, of.embedderId),
  startImport: (store, of) => store.startImport(of.tenantId, { source: 'file', dryRun: false, total: null }),
  saveImport: async (store, { tenantId, ids }) => {
    const run = await actFor(tenantId, () => store.readImport(tenantId, ids.importId));
    return run && store.saveImport(tenantId, { ...run, state: 'failed' });
  },
  readImport: (store, of) => store.readImport(of.tenantId, of.ids.importId),
  listImports: (store, of) => store.listImports(of.tenantId, 9),
  saveUpload: (store, of) => store.saveUpload(of.tenantId, of.ids.uploadId, 0, new Uint8Array(1)),
  readUpload: async (store, of) => {
    const part = await store.readUpload(of.tenantId, of.ids.uploadId, 0);
    return part && Buffer.from(part).toString();
  },
  dropUpload: (store, of) => store.dropUpload(of.tenantId, of.ids.uploadId),
  findRouted: (store, of) => store.findRouted(of.tenantId, of.ids.ticketId),
  saveSla: (store, of) => store.saveSla(of.tenantId, of.ids.triageId, { sla: null as never, lookAt: SINCE }),
  takeDueClocks: (store, of) => store.takeDueClocks(of.tenantId, LATER, 9, nothing),
  stopClock: (store, of) => store.stopClock(of.tenantId, of.ids.ticketId),
  countSignals: (store, of) => store.countSignals(of.tenantId, SINCE),
  readReadings: async (store, of) => [...(await store.readReadings(of.tenantId, [of.ids.triageId]))],
  foldChanges: (store, of) => store.foldChanges(of.tenantId, { limit: 9, timeZone: 'UTC' }),
  readCounted: async (store, of) => (await store.readCounted(of.tenantId)).waiting,
  readTallies: (store, of) => store.readTallies(of.tenantId, ['decided_by'], DAYS),
  sumTallies: (store, of) => store.sumTallies(of.tenantId, ['decided_by'], DAYS),
  readCellTickets: (store, of) =>
    store.readCellTickets(
      of.tenantId,
      { ...DAYS, field: 'category', suggested: 'billing', final: 'billing' },
      { cursor: null, limit: 9 },
    ),
  readQueue: (store, of) => store.readQueue(of.tenantId, {}, { cursor: null, limit: 9, now: new Date() }),
  saveStanding: (store, of) => store.saveStanding(of.tenantId, of.ids.ticketId, { status: 'stolen', groupId: null }),
  saveTokens: (store, of) => store.saveTokens(of.tenantId, null),
  takeRefresh: (store, of) => store.takeRefresh(of.tenantId, of.accessToken, 99),
  endRefresh: (store, of) => store.endRefresh(of.tenantId, of.accessToken, null),
  saveAuthorization: (store, { tenantId }) =>
    store.saveAuthorization(randomUUID(), { tenantId, verifier: 'stolen', userId: null }),
  takeAuthorization: (store, of) => store.takeAuthorization(of.state),
  readConnection: (store, of) => store.readConnection(of.tenantId),
  openConnection: (store, of) => store.openConnection(of.tenantId, null),
  saveConnection: (store, of) => store.saveConnection(of.tenantId, { state: 'uninstalled' }),
  listConnected: (store) => store.listConnected(),
  resealConnections: (store) => store.resealConnections(),
  readTenantSettings: (store, of) => store.readTenantSettings(of.tenantId),
  readTenantSettingsVersion: (store, of) => store.readTenantSettingsVersion(of.tenantId, of.ids.settingsVersion),
  saveTenantSettings: (store, { tenantId, ids: { settingsVersion: basedOn } }) =>
    store.saveTenantSettings(tenantId, someSettings({ reviewBelow: 0.9 }), { savedBy: 'x', basedOn, note: null }),
  listTenantSettings: (store, of) => store.listTenantSettings(of.tenantId),
  appendAudit: (store, of) =>
    store.appendAudit(of.tenantId, { actor: { kind: 'system', id: null }, action: 'stolen', details: {} }),
  readAudit: (store, of) => store.readAudit(of.tenantId, { before: null, limit: 9 }),
  verifyAudit: (store, of) => store.verifyAudit(of.tenantId),
  startErasure: (store, of) => store.startErasure(of.tenantId, { ticketId: of.ids.ticketId }),
  eraseSubject: (store, of) => store.eraseSubject(of.tenantId, of.ids.erasureId),
  endErasure: (store, of) => store.endErasure(of.tenantId, of.ids.erasureId, 0, async () => 0),
  eraseExpired: (store, of) => store.eraseExpired(of.tenantId, { triages: 1, feedback: 1, knowledge: 1 }, 9),
  eraseTenant: (store, of) => store.eraseTenant(of.tenantId),
  readErasure: (store, of) => store.readErasure(of.tenantId, of.ids.erasureId),
  listErasures: (store, of) => store.listErasures(of.tenantId, 9),
  isUp: (store) => store.isUp(),
};

/** What each call gives, as text, to whoever acts for this account and names that one. */
export async function callAll(
  store: Store,
  { actsFor, names, only = () => true }: { actsFor: string; names: Planted; only?: (name: string) => boolean },
): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  for (const [name, call] of Object.entries(STORE_CALLS)) {
    if (!only(name)) continue;
    const value = await actFor(actsFor, async () => call(store, names)).catch(
      (error: Error) => `threw ${error.message}`,
    );
    given.set(name, JSON.stringify(value) ?? 'undefined');
  }
  return given;
}
