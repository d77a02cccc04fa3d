import type { ItemReader } from '../knowledge/import-parts.ts';
import type { Extracted } from '../pipeline/attachments/extract-text.ts';
import type { Reader } from '../pipeline/reader.ts';
import type { DraftReader } from '../pipeline/rewrite.ts';
import type { Log } from '../ports/log.ts';
import type { SignalFinder } from '../ports/signals.ts';
import { createThread, type Thread } from './create-thread.ts';
import type { TextTasks } from './text-tasks.ts';

/** CPU time of one text, many times what an honest one needs. */
const TEXT_MS = 250;
/** A PDF is a program of a kind; nobody waits for it but its own ticket. */
const ATTACHMENT_MS = 2_000;

type Done<Name extends keyof TextTasks> = Awaited<ReturnType<TextTasks[Name]>>;

/**
 * A reader on threads of its own: one for texts, which a slow attachment on the other one does not hold up. Throws at
 * start when a thread cannot run.
 */
export async function createReader(
  log: Log,
): Promise<Reader & DraftReader & ItemReader & SignalFinder & { close(): Promise<void> }> {
  const texts = createThread({ module: new URL('./text-worker.ts', import.meta.url), limitMs: TEXT_MS });
  const attachments = createThread({
    module: new URL('./attachment-worker.ts', import.meta.url),
    limitMs: ATTACHMENT_MS,
  });
  const run = async (thread: Thread, name: string, input: unknown): Promise<unknown> => {
    const outcome = await thread.run({ name, input });
    if (outcome.ok) return outcome.value;
    log('fault', { part: 'reader', code: `${name}: ${outcome.reason}` });
    return null;
  };
  const text =
    <Name extends keyof TextTasks>(name: Name) =>
    async (input: Parameters<TextTasks[Name]>[0]): Promise<Done<Name> | null> =>
      (await run(texts, name, input)) as Done<Name> | null;
  await texts.start();
  return {
    ingest: text('ingest'),
    readText: text('readText'),
    compareSignals: text('compareSignals'),
    maskPassage: text('maskPassage'),
    checkDraft: text('checkDraft'),
    maskGiven: text('maskGiven'),
    checkRewrite: text('checkRewrite'),
    readSolvedTicket: text('readSolvedTicket'),
    readArticle: text('readArticle'),
    extract: async (bytes, file) => (await run(attachments, 'extract', { bytes, ...file })) as Extracted | null,
    close: async () => {
      await Promise.all([texts.close(), attachments.close()]);
    },
  };
}
