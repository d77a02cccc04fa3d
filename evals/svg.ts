const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and attribute values, of SVG and HTML alike. What XML cannot hold is left out. */
export const escapeText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

type Attributes = Record<string, string | number | undefined>;

export function element(name: string, attributes: Attributes, ...inner: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(typeof value === 'number' ? `${round(value)}` : `${value}`)}"`);
  return inner.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner.join('')}</${name}>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export const words = (text: string, attributes: Attributes): string => element('text', attributes, escapeText(text));

/** Dark on light and light on dark, by what the reader prefers. */
const STYLE =
  '.ev{font:12px system-ui,sans-serif;fill:#1f2933;background:#fff;color-scheme:light dark}' +
  '.ev .grid{stroke:#7b8794;stroke-width:.5;stroke-opacity:.5}.ev .cell{fill:#1f73b7}.ev .wrong{fill:#c8511b}' +
  '@media(prefers-color-scheme:dark){.ev{fill:#f0f4f8;background:#15191d}.ev .cell{fill:#5fa8e8}.ev .wrong{fill:#f08a52}}';

/** A picture that says what it shows also to those who cannot see it. */
export function picture(
  { title, description, width, height }: { title: string; description: string; width: number; height: number },
  ...body: string[]
): string {
  const box = `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`;
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'ev', role: 'img', viewBox: box, width: Math.ceil(width) },
    element('title', {}, escapeText(title)),
    element('desc', {}, escapeText(description)),
    element('style', {}, STYLE),
    ...body,
  );
}
