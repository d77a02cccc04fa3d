import { invalidRequest } from './api-error.ts';

const TRANSPORT = ['slow', 'hang', 'drop', '429', '500', '503'] as const;
const ANSWER = ['refuse', 'truncate', 'content_filter', 'garbage', 'nonsense', 'echo', 'obey'] as const;

/** What happens to the request before an answer is made, or to the answer itself. */
export type AnswerFault = (typeof ANSWER)[number];
export type FaultKind = (typeof TRANSPORT)[number] | AnswerFault;

export type Fault = {
  kind: FaultKind;
  /** Every condition that is given must hold. `endpoint` e.g. `chat` or `/embeddings`; `text` stands somewhere in the request. */
  match?: { endpoint?: string; schemaName?: string; model?: string; text?: string };
  /** How many requests it hits; without end when left out. */
  times?: number;
  /** 0–1; 1 when left out. */
  probability?: number;
  /** Delay before anything else, in milliseconds; 3,000 for `slow` when left out. */
  ms?: number;
  /** For 429; 1 when left out. */
  retryAfterSeconds?: number;
};

export type FaultTarget = { endpoint: string; schemaName: string | null; model: string; body: string };
export type Faults = { add(fault: Fault): void; clear(): void; take(target: FaultTarget): Fault | null };

export const isAnswerFault = (kind: FaultKind): kind is AnswerFault => ANSWER.some((known) => known === kind);

function hits({ match = {} }: Fault, target: FaultTarget): boolean {
  return (
    target.endpoint.includes(match.endpoint ?? '') &&
    (match.schemaName === undefined || match.schemaName === target.schemaName) &&
    (match.model === undefined || match.model === target.model) &&
    (match.text === undefined || target.body.includes(JSON.stringify(match.text).slice(1, -1)))
  );
}

/** Repeatable: the same requests meet the same faults in every run. */
function dice(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  const roll = dice();
  return {
    add: (fault) => void active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      active = [];
    },
    take(target) {
      const hit = active.find(
        ({ fault, left }) => left > 0 && hits(fault, target) && roll() < (fault.probability ?? 1),
      );
      if (!hit) return null;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

/** `x-sandbox-fault: slow;ms=500` */
export function faultFromHeader(header: string): Fault {
  const [kind = '', ...settings] = header.split(';').map((part) => part.trim());
  const known = [...TRANSPORT, ...ANSWER].find((name) => name === kind);
  if (!known)
    throw invalidRequest(`Unknown x-sandbox-fault '${kind}'. Known: ${[...TRANSPORT, ...ANSWER].join(', ')}.`);
  const given = new Map(settings.map((setting) => setting.split('=') as [string, string]));
  const ms = Number(given.get('ms'));
  const retryAfterSeconds = Number(given.get('retry-after'));
  return { kind: known, ...(ms > 0 && { ms }), ...(retryAfterSeconds > 0 && { retryAfterSeconds }) };
}
