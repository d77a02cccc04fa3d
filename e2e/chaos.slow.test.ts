import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChaosPlan, prepareChaos, runChaos } from './chaos-run.ts';

describe('a model that does everything wrong', () => {
  let plan: ChaosPlan;
  beforeAll(async () => {
    plan = await prepareChaos({ chaos: 80, outage: 40 });
  });
  afterAll(async () => {
    await plan.stack.close();
    await plan.model.close();
  });

  it('leaves no ticket without a triage, is asked at most four times a ticket, and hardly at all while it is down', async () => {
    const { chaos, outage } = await runChaos(plan);
    expect(chaos).toMatchObject({ left: 0, tickets: 80 });
    expect(chaos.byModel + chaos.byBuiltin).toBe(80);
    expect(chaos.byBuiltin).toBeGreaterThan(0);
    expect(chaos.mostCalls).toBeLessThanOrEqual(4);
    expect(outage).toMatchObject({ left: 0, byBuiltin: 40 });
    expect(outage.calls).toBeLessThanOrEqual(40 * 1.2);
    expect(outage.mostCalls).toBeLessThanOrEqual(4);
  });
});
