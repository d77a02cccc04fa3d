/**
 * Begins the work on what comes next while the caller is busy with what came before: at most `depth` at a time, in order.
 * Where the source breaks off, what it gave before is still done.
 */
export async function* readAhead<In, Out>(
  source: AsyncIterable<In>,
  work: (input: In) => Promise<Out>,
  depth: number,
): AsyncGenerator<Out> {
  const begun: Promise<Out>[] = [];
  let broken: { error: unknown } | null = null;
  const inputs = source[Symbol.asyncIterator]();
  try {
    while (!broken) {
      const next = await inputs.next().catch((error: unknown) => {
        broken = { error };
        return null;
      });
      if (!next || next.done) break;
      const working = work(next.value);
      // Its fault is told when its turn comes, which may be never.
      working.catch(() => {});
      begun.push(working);
      if (begun.length > depth) yield begun.shift() as Promise<Out>;
    }
    yield* begun;
    if (broken) throw (broken as { error: unknown }).error;
  } finally {
    await inputs.return?.();
  }
}
