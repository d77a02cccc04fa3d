export type Block = { attributes: string; inner: string; start: number; end: number };

/** The `<name …>…</name>` blocks of a text in one pass, however many of them are never closed. */
export function blocksIn(text: string, names: string): Block[] {
  const open = new RegExp(`<(${names})\\b([^<>]*)>`, 'gi');
  const lower = text.toLowerCase();
  const unclosed = new Set<string>();
  const blocks: Block[] = [];
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const [whole, name = '', attributes = ''] = match;
    const closing = `</${name.toLowerCase()}>`;
    const close = unclosed.has(closing) ? -1 : lower.indexOf(closing, open.lastIndex);
    if (close < 0) {
      unclosed.add(closing);
      continue;
    }
    const end = close + closing.length;
    blocks.push({ attributes, inner: text.slice(match.index + whole.length, close), start: match.index, end });
    open.lastIndex = end;
  }
  return blocks;
}

export function withoutBlocks(text: string, names: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of blocksIn(text, names)) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}
