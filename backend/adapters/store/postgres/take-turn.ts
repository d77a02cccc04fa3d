const MINUTE_MS = 60_000;
/** Of a minute's updates, so many may come at once; the others are spread over it, so that agents always find room. */
const AT_ONCE = 0.1;

/**
 * `nextAt`: when the next one would be due if all were spread; `lineAt`: the last turn that was given out; `lateAt`: the last
 * of those who found nothing free at theirs. In ms.
 */
export type Budget = { nextAt: number; lineAt: number; lateAt: number; pausedUntil: number };
export type Turn = { taken: boolean; waitMs: number; turnAt: number | null; budget: Budget };

/**
 * The cell rate algorithm (GCRA), and a line for those who have to wait. In no minute, wherever it begins, are more than
 * `perMinute` taken. Who was told a turn goes first once it has come, and comes back about once; after a pause, when many
 * turns have come, about twice.
 */
export function takeTurn(budget: Budget, turnAt: number | null, now: number, perMinute: number): Turn {
  const atOnce = Math.max(1, Math.floor(perMinute * AT_ONCE));
  const apart = Math.ceil(MINUTE_MS / Math.max(1, perMinute - atOnce));
  const freeAt = Math.max(budget.nextAt - (atOnce - 1) * apart, budget.pausedUntil);
  const lastAt = Math.max(budget.lineAt, budget.lateAt);
  const isFirst = (turnAt ?? lastAt) <= now;
  if (freeAt <= now && isFirst) {
    const nextAt = Math.max(budget.nextAt, now) + apart;
    return { taken: true, waitMs: 0, turnAt: null, budget: { ...budget, nextAt } };
  }
  const tell = (at: number, line: Partial<Budget>): Turn => ({
    ...{ taken: false, waitMs: at - now, turnAt: at },
    budget: { ...budget, ...line },
  });
  if (turnAt !== null && turnAt > now) return tell(turnAt, {});
  const at = Math.max((turnAt === null ? lastAt : budget.lateAt) + apart, freeAt, now);
  return tell(at, turnAt === null ? { lineAt: at } : { lateAt: at });
}
