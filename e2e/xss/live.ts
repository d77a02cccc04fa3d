import { PAYLOADS } from '../xss-payloads.ts';
import { inspect, type Watch } from './watch.ts';

/** As text, and in both kinds of quotes, of a page that escapes nothing. */
const taken = (text: string): string => `${text}<p title="${text}">b</p><p title='${text}'>c</p>`;

/** How many payloads a watch tells of once a page takes them for markup. */
export async function countTold(watch: Watch): Promise<number> {
  const page = await watch.context.newPage();
  let told = 0;
  for (const { text } of PAYLOADS) {
    const before = watch.seen.length;
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, taken(text));
    await inspect(watch, page.mainFrame());
    if (watch.seen.length > before) told += 1;
  }
  return told;
}
