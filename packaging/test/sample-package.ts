import type { Files } from '../finding.ts';

export type Content = object | string | Uint8Array | undefined;

/** The head of a PNG, which is all that the rules read; colour type 6 is truecolour with alpha. */
export function pngOf(width: number, height: number, colourType = 6): Uint8Array {
  const png = Buffer.alloc(33);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  png.writeUInt32BE(13, 8);
  png.write('IHDR', 12);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.set([8, colourType], 24);
  return png;
}

export const MANIFEST = {
  name: 'Triage',
  author: { name: 'A', email: 'a@b.example', url: 'https://b.example' },
  defaultLocale: 'en',
  private: true,
  version: '1.0.0',
  frameworkVersion: '2.0',
  location: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
  parameters: [
    { name: 'backend_url', type: 'url', required: true },
    { name: 'shared_secret', type: 'text', secure: true, scopes: ['jwt_secret_key'] },
  ],
  domainWhitelist: ['triage.example.com'],
};

export const TRANSLATION = {
  app: { name: 'Triage', parameters: { backend_url: { label: 'Address' }, shared_secret: { label: 'Secret' } } },
  ui: { ready: 'Ready' },
};

const SAMPLE: Record<string, Content> = {
  'manifest.json': MANIFEST,
  'requirements.json': { ticket_fields: { ai_category: { type: 'text', title: 'Category' } } },
  'translations/en.json': TRANSLATION,
  'translations/pt-br.json': TRANSLATION,
  'assets/index.html': '<!doctype html><script src="./index-Ab1.js"></script>',
  'assets/index-Ab1.js': 'document.createElementNS("http://www.w3.org/2000/svg", "svg");',
  'assets/logo.png': pngOf(320, 320, 2),
  'assets/logo-small.png': pngOf(128, 128),
};

const bytesOf = (content: Exclude<Content, undefined>): Uint8Array => {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
};

/** A package without fault, changed where a test says so; undefined takes a file away. */
export function samplePackage(changes: Record<string, Content> = {}): Files {
  return new Map(
    Object.entries({ ...SAMPLE, ...changes }).flatMap(([path, content]) =>
      content === undefined ? [] : [[path, bytesOf(content)] as const],
    ),
  );
}

export const withManifest = (change: object): Files => samplePackage({ 'manifest.json': { ...MANIFEST, ...change } });
