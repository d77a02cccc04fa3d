import { pino } from 'pino';
import type { Log, LogFields } from './ports/log.ts';

/** Only these may stand in a line: whatever else a caller passes by mistake does not get out. */
const ALLOWED = new Set([
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'tenant',
  'failure',
  'job',
  'jobId',
  'attempt',
  'outcome',
  'ticketId',
  'lookedAt',
  'untriaged',
  'unfollowed',
  'part',
  'code',
  'url',
  'pid',
  'signal',
  'mode',
  'engines',
  'embedder',
  'database',
  'vectors',
  'field',
  'oldTarget',
  'newTarget',
  'oldVersion',
  'newVersion',
]);

const allowed = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => ALLOWED.has(name) && value !== null));

const LEVELS: Partial<Record<Parameters<Log>[0], 'warn'>> = { fault: 'warn' };

/** JSON lines on stdout. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return (event, fields) => logger[LEVELS[event] ?? 'info'](allowed(fields), event);
}
