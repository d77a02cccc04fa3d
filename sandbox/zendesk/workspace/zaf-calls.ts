import type { AppContext } from './app-frame.ts';
import type { Account } from './helpdesk.ts';
import type { OpenTicket } from './open-ticket.ts';
import { invokeAction, type Stage } from './zaf-actions.ts';
import { errorShape, noSuchApi, ZafError } from './zaf-error.ts';
import type { FromApp } from './zaf-messages.ts';
import { setProperty } from './zaf-setters.ts';

/** What calls act on. */
export type Host = {
  readonly account: Account;
  /** Null where the app stands beside none. */
  readonly ticket: OpenTicket | null;
  readonly stage: Stage;
  property(path: string): unknown;
  resize(guid: string, height: number): void;
  /** Opens a page of the app beside its main one. */
  createModal(url: string, size: { width: number; height: number }): AppContext;
  destroy(guid: string): void;
};

type Call = FromApp & { kind: 'call' };
type Outcomes = Record<string, unknown> & { errors: Record<string, object> };

/** Answers `get`, `set` and `invoke`: a value or an error for every path; one failure does not stop the others. */
export function answerCall(host: Host, call: Call): object {
  const { id, request, params } = call;
  try {
    return { id, result: collect(stepsOf(host, request, params, call.instanceGuid)) };
  } catch (error) {
    return { id, error: errorShape(error) };
  }
}

function stepsOf(host: Host, request: string, params: unknown, guid: string): [path: string, step: () => unknown][] {
  if (request === 'get' && Array.isArray(params))
    return params.map((path) => [path, () => host.property(String(path))]);
  const pairs = Object.entries((params ?? {}) as object);
  if (request === 'set') {
    return pairs.map(([path, value]) => [
      path,
      () => {
        if (host.ticket === null) throw noSuchApi();
        setProperty(path, value, host.ticket);
        return value;
      },
    ]);
  }
  if (request === 'invoke') return pairs.map(([path, args]) => [path, () => invoke(host, path, [args].flat(), guid)]);
  throw new ZafError(`Unknown request ${request}`);
}

function collect(steps: [path: string, step: () => unknown][]): Outcomes {
  const outcomes: Outcomes = { errors: {} };
  for (const [path, step] of steps) {
    try {
      outcomes[path] = step();
    } catch (error) {
      outcomes.errors[path] = errorShape(error, path);
    }
  }
  return outcomes;
}

function invoke(host: Host, path: string, args: unknown[], guid: string): unknown {
  if (path === 'resize') return host.resize(guid, readSize(args[0]).height);
  if (path === 'destroy') return host.destroy(guid);
  if (path === 'instances.create') return [createInstance(host, args[0])];
  return invokeAction(path, args, host.ticket, host.stage);
}

function createInstance(host: Host, options: unknown): object {
  const { location, url, size } = (options ?? {}) as { location?: unknown; url?: unknown; size?: unknown };
  if (location !== 'modal' || typeof url !== 'string') throw noSuchApi();
  return host.createModal(url, { width: 600, ...readSize(size ?? {}, 400) });
}

/** Numbers and `"320px"` are pixels; the tray's own width cannot be changed. */
function readSize(size: unknown, usualHeight = Number.NaN): { width?: number; height: number } {
  const { width, height } = (size ?? {}) as { width?: unknown; height?: unknown };
  const tall = height === undefined ? usualHeight : pixels(height);
  if (!(tall >= 0)) throw new ZafError(`Invalid size ${JSON.stringify(size)}`);
  return { ...(pixels(width) > 0 && { width: pixels(width) }), height: tall };
}

function pixels(length: unknown): number {
  const [, digits] = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(String(length)) ?? [];
  return Number(digits ?? Number.NaN);
}
