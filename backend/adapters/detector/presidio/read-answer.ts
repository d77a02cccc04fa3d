import { OutsideError, type OutsideErrorCode } from '../../../ports/errors.ts';

const MAX_BYTES = 4_000_000;

/** The JSON of an answer that is good and not too long. */
export async function readAnswer(response: Response): Promise<unknown> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new OutsideError('presidio', codeOf(response.status), `answered ${response.status}`);
  }
  let length = 0;
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) throw new OutsideError('presidio', 'bad_answer', 'answered too much');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new OutsideError('presidio', 'bad_answer', 'sent no JSON');
  }
}

function codeOf(status: number): OutsideErrorCode {
  if (status === 429) return 'rate_limited';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  return status >= 500 ? 'server_error' : 'rejected';
}
