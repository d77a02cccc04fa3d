import type { Path, PathValues } from './paths.ts';
import type { Registration, ZafClient, ZafRequest } from './zaf-client.ts';
import { ZafError } from './zaf-error.ts';

type Values<P extends Path> = { [K in P]?: PathValues[K] };

/** The agent's workspace around us, with the SDK's oddities gone. */
export type Frame = {
  ticketId: string;
  subdomain: string;
  settings: Record<string, unknown>;
  /** Paths that Zendesk does not know or grant are absent. */
  read<P extends Path>(paths: readonly P[]): Promise<Values<P>>;
  /** Sets values in the open form; Zendesk may refuse some of them in silence. */
  write(values: Record<string, unknown>): Promise<void>;
  invoke(name: string, ...args: unknown[]): Promise<void>;
  /** The parsed body of a 2xx answer; anything else rejects with a ZafError. */
  request(options: ZafRequest, timeoutMs?: number): Promise<unknown>;
  /** Returns the unsubscribe. */
  on(events: readonly string[], handler: (payload: unknown) => void): () => void;
};

const REQUEST_TIMEOUT_MS = 20_000;

export const frameOver = (client: ZafClient, { metadata, context }: Registration): Frame => ({
  ticketId: String(context.ticketId ?? ''),
  subdomain: context.account?.subdomain ?? '',
  settings: metadata.settings ?? {},
  read: async <P extends Path>(paths: readonly P[]) => {
    const { errors, ...values } = answered(await client.get([...paths]));
    return values as Values<P>;
  },
  write: async (values) => {
    answered(await client.set(values));
  },
  invoke: async (name, ...args) => {
    answered(await client.invoke(name, ...args));
  },
  request: (options, timeoutMs = REQUEST_TIMEOUT_MS) =>
    Promise.race([send(client, options), timeout(timeoutMs, options.url)]),
  on: (events, handler) => {
    // A hook such as ticket.save waits for what its handler returns, so it gets nothing.
    const listen = (payload: unknown) => void handler(payload);
    for (const event of events) client.on(event, listen);
    return () => {
      for (const event of events) client.off(event, listen);
    };
  },
});

/** The npm SDK resolves, not rejects, with a TimeoutError object after 5 s. */
function answered(result: unknown): { errors: Record<string, unknown> } & Record<string, unknown> {
  if (!isRecord(result)) throw new ZafError('refused', 'Zendesk gave no result');
  if (result.name === 'TimeoutError') throw new ZafError('timeout', String(result.message));
  return { ...result, errors: isRecord(result.errors) ? result.errors : {} };
}

async function send(client: ZafClient, options: ZafRequest): Promise<unknown> {
  try {
    const answer = await client.request({ ...options, autoRetry: false, httpCompleteResponse: true });
    return bodyOf(answer);
  } catch (failure) {
    const status = isRecord(failure) && typeof failure.status === 'number' ? failure.status : 0;
    throw new ZafError('http', `${options.url} answered ${status}`, status, bodyOf(failure));
  }
}

function bodyOf(answer: unknown): unknown {
  if (!isRecord(answer)) return null;
  if (answer.responseJSON !== undefined) return answer.responseJSON;
  try {
    return JSON.parse(String(answer.responseText));
  } catch {
    return null;
  }
}

const timeout = (ms: number, url: string) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new ZafError('timeout', `${url} did not answer in ${ms} ms`)), ms);
  });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
