import { z } from 'zod';
import type { Detector } from '../../../ports/detector.ts';
import { OutsideError } from '../../../ports/errors.ts';
import type { Found } from '../../../ports/masker.ts';
import { cutEnds } from './cut-ends.ts';
import { kindOfEntity } from './entity-kinds.ts';
import { readAnswer } from './read-answer.ts';

const TIMEOUT_MS = 2_000;
const MIN_SCORE = 0.5;

const findings = z
  .array(
    z.object({
      entity_type: z.string().max(100),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      score: z.number(),
    }),
  )
  .max(20_000);

type Options = { url: string; fetch: typeof fetch; minScore?: number; timeoutMs?: number };

/** Microsoft Presidio's analyzer over HTTP. */
export function createPresidio({ url, fetch, minScore = MIN_SCORE, timeoutMs = TIMEOUT_MS }: Options): Detector {
  const endpoint = `${url.replace(/\/{1,8}$/, '')}/analyze`;
  return {
    async detect(text, language, signal) {
      const sent = cutEnds(text);
      if (sent.trim() === '') return [];
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: sent, language, score_threshold: minScore }),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      }).catch(fail);
      const found = findings.safeParse(await readAnswer(response).catch(fail));
      if (!found.success) throw new OutsideError('presidio', 'bad_answer', 'sent an unknown shape');
      return toFound(sent, found.data, minScore);
    },
  };
}

function fail(error: unknown): never {
  if (error instanceof OutsideError) throw error;
  const name = error instanceof Error ? error.name : 'failed';
  throw new OutsideError('presidio', /^(?:Timeout|Abort)Error$/.test(name) ? 'timeout' : 'unreachable', name);
}

/** The analyzer counts code points. */
function toFound(text: string, entities: z.infer<typeof findings>, minScore: number): Found[] {
  const points = [...text];
  const found = new Map<string, Found>();
  for (const { entity_type, start, end, score } of entities) {
    const kind = kindOfEntity(entity_type);
    const value = points.slice(start, end).join('').trim();
    if (kind !== null && score >= minScore && value.length > 1) found.set(`${kind} ${value}`, { kind, value });
  }
  return [...found.values()];
}
