import { inflatesWithin } from './inflates-within.ts';

const PAGES = 30;
const MAGIC = '%PDF-';
/** Nothing is drawn, fetched or run: only the characters are wanted. */
const OPTIONS = {
  verbosity: 0,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  maxImageSize: 0,
};

/** Readers of PDF accept some bytes before its mark. */
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes(MAGIC);

type Document = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** The text of the first pages, up to `characters`; null when the file is encrypted, broken or grows beyond bounds. */
export async function readPdf(
  bytes: Uint8Array,
  characters: number,
): Promise<{ text: string; truncated: boolean } | null> {
  if (!inflatesWithin(bytes)) return null;
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(bytes.slice(), OPTIONS);
  try {
    let text = '';
    for (let number = 1; number <= Math.min(document.numPages, PAGES) && text.length < characters; number += 1) {
      const page = await document.getPage(number).catch(() => null);
      if (page) text += `${await readPage(page, characters - text.length)}\n\n`;
    }
    const cut = text.length > characters;
    return { text: text.slice(0, characters).toWellFormed().trim(), truncated: cut || document.numPages > PAGES };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Reads on to the page's end without keeping more: pdf.js cannot be stopped within a page. */
async function readPage(page: Page, characters: number): Promise<string> {
  const reader = page.streamTextContent().getReader();
  let text = '';
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (text.length > characters) continue;
      for (const item of next.value.items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    }
  } catch {
    // A page that breaks off keeps what was read of it.
  }
  page.cleanup();
  return text;
}
