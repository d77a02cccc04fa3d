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

/** From each process's death to its tickets' jobs being taken again, in ms; infinite for one that never was. */
export function measureResumption(trace: string, deaths: readonly { pid: number; at: number }[]): number[] {
  const lines = trace.split('\n').filter(Boolean).map(readLine);
  const byPid = Map.groupBy(lines, ({ pid }) => pid);
  const taken = Map.groupBy(
    lines.filter(({ step }) => step === 'job:taken'),
    ({ ticket }) => ticket,
  );
  return deaths.flatMap((death) =>
    [...interruptedIn(byPid.get(death.pid) ?? [])].map((ticket) => {
      const again = taken.get(ticket)?.find(({ at, pid }) => pid !== death.pid && at >= death.at);
      return again ? again.at - death.at : Number.POSITIVE_INFINITY;
    }),
  );
}
