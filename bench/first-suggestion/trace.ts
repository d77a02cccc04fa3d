import { MARK } from './watch-paint.ts';

/** One event of Chromium's trace in microseconds: `ts` by the wall's clock, `tts` by the thread's own. */
type TraceEvent = {
  name: string;
  ts: number;
  tts?: number;
  pid: number;
  tid: number;
  args: { data?: { documentLoaderURL?: string } };
};

export const CATEGORIES = ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'];

/** Milliseconds of CPU that the renderer's main thread took from the app's navigation to the mark. */
export function cpuUntilMark(trace: Buffer, appUrl: string): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  const start = traceEvents.find(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.startsWith(appUrl),
  );
  if (mark?.tts === undefined || start === undefined) throw new Error('The trace holds no navigation or no mark');
  const clocks = traceEvents.flatMap(({ pid, tid, ts, tts }) =>
    pid === mark.pid && tid === mark.tid && ts >= start.ts && tts !== undefined ? [tts] : [],
  );
  return (mark.tts - clocks.reduce((least, tts) => Math.min(least, tts), mark.tts)) / 1000;
}
