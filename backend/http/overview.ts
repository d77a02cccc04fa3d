import { type Context, Hono } from 'hono';
import { overviewApi } from '../contract/overview.ts';
import { DRIFT_SERIES, findDrift } from '../overview/find-drift.ts';
import { countedDays, driftRanges, RECENT_DAYS, rangeOf } from '../overview/range.ts';
import { agreementSeries, toAgreement } from '../overview/to-agreement.ts';
import { toBins } from '../overview/to-confidence.ts';
import { toEffort } from '../overview/to-effort.ts';
import { toEscalations } from '../overview/to-escalations.ts';
import type { Log } from '../ports/log.ts';
import type { OverviewStore, Tally } from '../ports/overview.ts';
import type { UsageStore } from '../ports/store.ts';
import type { Tenant } from '../ports/tenant.ts';
import type { Env } from './env.ts';
import { createGroupNames } from './group-names.ts';
import { toUsageView } from './usage-view.ts';

type NameGroups = ReturnType<typeof createGroupNames>;
export type OverviewParts = { store: OverviewStore & Pick<UsageStore, 'readUsage'>; log: Log };

/** So many changes are counted before a view is read; the rest by the job of every minute. */
const FOLDED_FIRST = 200;
const CELL_TICKETS = 50;

/** What stands at the head of every view, once what has just happened is counted. */
async function readHead(
  tenant: Tenant,
  asked: { from?: string | undefined; to?: string | undefined },
  { store, log }: OverviewParts,
) {
  const { timeZone } = tenant.settings;
  // What was counted before is worth more than an error: the view says until when that was.
  await store
    .foldChanges(tenant.id, { limit: FOLDED_FIRST, timeZone })
    .catch(() => log('fault', { part: 'overview', code: 'not_counted', tenant: tenant.id }));
  const counted = await store.readCounted(tenant.id);
  return { ...rangeOf(asked, { timeZone, now: new Date() }), timeZone, ...counted };
}

const toDays = (tallies: readonly Tally[], series: Tally['series']) =>
  tallies.filter((one) => one.series === series).map(({ day, key, tickets }) => ({ day, key, tickets }));

const search = (c: Context<Env>) => c.req.query();

/** Counts by day, and what is drawn from them. */
function countedRoutes(parts: OverviewParts) {
  const { store } = parts;
  return new Hono<Env>()
    .get(overviewApi.readVolume.path, async (c) => {
      const head = await readHead(c.var.tenant, overviewApi.readVolume.query.parse(search(c)), parts);
      const days = await store.readTallies(c.var.tenant.id, ['category', 'urgency', 'language', 'decided_by'], head);
      return c.json({
        ...head,
        category: toDays(days, 'category'),
        urgency: toDays(days, 'urgency'),
        language: toDays(days, 'language'),
        decidedBy: toDays(days, 'decided_by'),
      });
    })
    .get(overviewApi.readConfidence.path, async (c) => {
      const { field, ...range } = overviewApi.readConfidence.query.parse(search(c));
      const head = await readHead(c.var.tenant, range, parts);
      const sums = await store.sumTallies(c.var.tenant.id, [`confidence:${field}`], head);
      return c.json({ ...head, field, bins: toBins(sums, field) });
    })
    .get(overviewApi.readEffort.path, async (c) => {
      const head = await readHead(c.var.tenant, overviewApi.readEffort.query.parse(search(c)), parts);
      const series = ['first_reply', 'saved_fields', 'saved_characters'] as const;
      return c.json({ ...head, ...toEffort(await store.readTallies(c.var.tenant.id, series, head)) });
    })
    .get(overviewApi.readEscalations.path, async (c) => {
      const head = await readHead(c.var.tenant, overviewApi.readEscalations.query.parse(search(c)), parts);
      const sums = await store.sumTallies(c.var.tenant.id, ['escalation', 'flagged'], head);
      return c.json({ ...head, ...toEscalations(sums) });
    })
    .get(overviewApi.readDrift.path, async (c) => {
      const { tenant } = c.var;
      const { from: _, to: __, ...head } = await readHead(tenant, {}, parts);
      const ranges = driftRanges(head.timeZone, new Date());
      const recent = await store.sumTallies(tenant.id, DRIFT_SERIES, ranges.recent);
      const before = await store.sumTallies(tenant.id, DRIFT_SERIES, ranges.before);
      const days = countedDays(ranges.before, await store.readTallies(tenant.id, ['decided_by'], ranges.before));
      const { tickets, ...found } = findDrift({ sums: recent, days: RECENT_DAYS }, { sums: before, days });
      return c.json({
        ...head,
        recent: { ...ranges.recent, tickets: tickets.recent },
        before: { ...ranges.before, tickets: tickets.before },
        ...found,
      });
    });
}

/** What agents made of the suggestions, with the tickets behind it. */
function agreementRoutes(parts: OverviewParts, nameGroups: NameGroups) {
  const { store } = parts;
  return new Hono<Env>()
    .get(overviewApi.readAgreement.path, async (c) => {
      const { field, ...range } = overviewApi.readAgreement.query.parse(search(c));
      const head = await readHead(c.var.tenant, range, parts);
      const sums = await store.sumTallies(c.var.tenant.id, agreementSeries(field), head);
      return c.json({ ...head, field, ...toAgreement(sums, field), groups: await nameGroups(c.var.tenant) });
    })
    .get(overviewApi.readCellTickets.path, async (c) => {
      const { cursor = null, ...asked } = overviewApi.readCellTickets.query.parse(search(c));
      const { tenant } = c.var;
      const range = rangeOf(asked, { timeZone: tenant.settings.timeZone, now: new Date() });
      const cell = { ...range, field: asked.field, suggested: asked.suggested, final: asked.final };
      return c.json(await store.readCellTickets(tenant.id, cell, { cursor, limit: CELL_TICKETS }));
    });
}

function spendRoutes({ store }: OverviewParts) {
  return new Hono<Env>().get(overviewApi.readSpend.path, async (c) => {
    const { tenant } = c.var;
    const now = new Date();
    const { from, to } = rangeOf(overviewApi.readSpend.query.parse(search(c)), { timeZone: 'UTC', now });
    const monthStart = `${now.toISOString().slice(0, 7)}-01`;
    const rows = await store.readUsage(tenant.id, new Date(from < monthStart ? from : monthStart));
    const view = toUsageView(rows, { since: from, monthStart, limitUsd: tenant.monthlyBudgetUsd });
    return c.json({
      ...{ from, to },
      days: view.days
        .filter(({ day }) => day <= to)
        .map(({ day, model, purpose, calls, usd }) => ({ day, model, purpose, calls, usd })),
      unpricedCalls: rows.reduce((all, row) => all + (row.day >= from && row.day <= to ? row.unpricedCalls : 0), 0),
      budget: { ...view.budget, month: monthStart.slice(0, 7) },
    });
  });
}

function queueRoutes(parts: OverviewParts, nameGroups: NameGroups) {
  return new Hono<Env>().get(overviewApi.readQueue.path, async (c) => {
    const { cursor = null, limit, tenant: _, ...filter } = overviewApi.readQueue.query.parse(search(c));
    const { tenant } = c.var;
    const { countedAt, waiting } = await readHead(tenant, {}, parts);
    const now = new Date();
    const page = await parts.store.readQueue(tenant.id, filter, { cursor, limit, now });
    return c.json({ now: now.toISOString(), countedAt, waiting, ...page, groups: await nameGroups(tenant) });
  });
}

/** What support leads look at, from counts that are kept. */
export function overviewRoutes(parts: OverviewParts) {
  const app = new Hono<Env>();
  const nameGroups = createGroupNames();
  for (const routes of [
    queueRoutes(parts, nameGroups),
    countedRoutes(parts),
    agreementRoutes(parts, nameGroups),
    spendRoutes(parts),
  ])
    app.route('/', routes);
  return app;
}
