/** A line of a step trace: when, in which process, how far, which ticket. */
type Line = { at: number; pid: number; step: string; ticket: string };

const readLine = (line: string): Line => {
  const [at, pid, step = '', ticket = ''] = line.split(' ');
  return { at: Number(at), pid: Number(pid), step, ticket };
};

/** The tickets whose job a process had taken and not ended. */
function interruptedIn(lines: Line[]): Set<string> {
  const open = new Set<string>();
  for (const { step, ticket } of lines) {
    if (step === 'job:taken') open.add(ticket);
    if (step === 'job:done') open.delete(ticket);
  }
  return open;
}

export type Resumption = {
  interrupted: number;
  /** From a death to the job being taken again, whatever died in between; infinite for one that never was. */
  longestMs: number;
  /** The same from the last death on, after which nothing hinders. */
  longestAfterLastMs: number;
};

/** How long the tickets that deaths interrupted waited to be taken up again. */
export function measureResumption(trace: string, deaths: readonly { pid: number; at: number }[]): Resumption {
  const lines = trace.split('\n').filter(Boolean).map(readLine);
  const byPid = Map.groupBy(lines, ({ pid }) => pid);
  const taken = Map.groupBy(
    lines.filter(({ step }) => step === 'job:taken'),
    ({ ticket }) => ticket,
  );
  const lastDeath = Math.max(...deaths.map(({ at }) => at));
  const waits = deaths.flatMap((death) =>
    [...interruptedIn(byPid.get(death.pid) ?? [])].map((ticket) => {
      const again = taken.get(ticket)?.find(({ at, pid }) => pid !== death.pid && at >= death.at);
      return { from: death.at, to: again?.at ?? Number.POSITIVE_INFINITY };
    }),
  );
  return {
    interrupted: waits.length,
    longestMs: Math.max(0, ...waits.map(({ from, to }) => to - from)),
    longestAfterLastMs: Math.max(0, ...waits.map(({ to }) => to - lastDeath)),
  };
}
