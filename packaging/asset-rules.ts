import { error, type Files, type Findings, warning } from './finding.ts';
import type { Manifest } from './manifest-shape.ts';
import { readPng } from './png.ts';

const WITH_ICON = ['nav_bar', 'top_bar', 'system_top_bar', 'ticket_editor'] as const;
const STATES = ['inactive', 'active', 'hover'];

export function* checkAssets({ location }: Manifest, files: Files): Findings {
  yield* checkPng(files, 'assets/logo.png', ['320x320']);
  yield* checkPng(files, 'assets/logo-small.png', ['128x128']);
  if (readPng(files.get('assets/logo-small.png') ?? new Uint8Array())?.transparent === false)
    yield error('assets/logo-small.png: is not PNG-24 with transparency');
  if (files.has('assets/banner.png')) yield* checkPng(files, 'assets/banner.png', ['830x200', '1660x400']);
  for (const name of WITH_ICON)
    if (location?.support[name] !== undefined) yield* checkIcon(files, `assets/icon_${name}`);
  for (const [path, bytes] of files)
    if (path.endsWith('.svg') && /<image\b|data:image\//.test(new TextDecoder().decode(bytes)))
      yield warning(`${path}: embeds a bitmap, for which Zendesk puts a placeholder`);
}

function* checkPng(files: Files, path: string, sizes: string[]): Findings {
  const bytes = files.get(path);
  if (bytes === undefined) return yield error(`${path}: is missing`);
  const png = readPng(bytes);
  if (png === null) return yield error(`${path}: is not a PNG`);
  const size = `${png.width}x${png.height}`;
  if (!sizes.includes(size)) yield error(`${path}: is ${size}, not ${sizes.join(' or ')}`);
}

function* checkIcon(files: Files, name: string): Findings {
  const svg = files.get(`${name}.svg`);
  if (svg === undefined) {
    if (!STATES.every((state) => files.has(`${name}_${state}.png`))) yield error(`${name}.svg: is missing`);
  } else if (!/<svg\b[^>]*\bviewBox=/.test(new TextDecoder().decode(svg))) yield error(`${name}.svg: has no viewBox`);
}
