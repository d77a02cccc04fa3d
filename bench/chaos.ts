import { prepareChaos, runChaos } from '../e2e/chaos-run.ts';
import type { Row } from './benchmark.ts';

const TICKETS = { chaos: 2_000, outage: 500 };

/** What becomes of tickets when the model fails in every way, and when it is down. */
export async function measureChaos(): Promise<Row[]> {
  const plan = await prepareChaos(TICKETS);
  try {
    const { chaos, outage } = await runChaos(plan);
    const describe = ({ byModel, byBuiltin, left }: typeof chaos) =>
      `${byModel} by the model, ${byBuiltin} by the builtin engine, ${left} left`;
    return [
      ['2,000 tickets, 70 % of all answers wrong', describe(chaos), `in ${chaos.seconds} s; promised: none left`],
      ['most calls for one ticket', String(Math.max(chaos.mostCalls, outage.mostCalls)), 'promised: at most 4'],
      ['500 tickets, model down', describe(outage), `in ${outage.seconds} s`],
      ['calls during the outage', (outage.calls / outage.tickets).toFixed(2), 'a ticket; promised: at most 1.2'],
    ];
  } finally {
    await plan.stack.close();
    await plan.model.close();
  }
}
