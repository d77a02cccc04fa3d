const last = new Map<string, Promise<unknown>>();

/** Runs what changes an account one after the other: two at a time would each make what they find missing. */
export function inTurn<T>(tenantId: string, run: () => Promise<T>): Promise<T> {
  const turn = (last.get(tenantId) ?? Promise.resolve()).then(run);
  const ended = turn
    .catch(() => {})
    .then(() => {
      if (last.get(tenantId) === ended) last.delete(tenantId);
    });
  last.set(tenantId, ended);
  return turn;
}
