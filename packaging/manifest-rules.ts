import { error, type Files, type Findings } from './finding.ts';
import type { Manifest } from './manifest-shape.ts';

const EXPERIMENTS = new Set(['hashParams', 'newCssCompiler']);

/** Apps without a frame have neither location nor framework; Marketplace apps may use few experiments. */
export function* checkKind(manifest: Manifest, files: Files): Findings {
  const { location, frameworkVersion, requirementsOnly, marketingOnly } = manifest;
  const frameless = requirementsOnly || marketingOnly;
  for (const [key, value] of Object.entries({ location, frameworkVersion })) {
    if (frameless && value !== undefined) yield error(`manifest.json: an app without a frame has no ${key}`);
    if (!frameless && value === undefined) yield error(`manifest.json: ${key} is missing`);
  }
  if (requirementsOnly && !files.has('requirements.json')) yield error('requirements.json: is missing');
  if (marketingOnly && files.has('requirements.json'))
    yield error('manifest.json: marketingOnly allows no requirements');
  if (marketingOnly && manifest.private) yield error('manifest.json: marketingOnly cannot be private');
  if (marketingOnly && manifest.parameters.length > 0) yield error('manifest.json: marketingOnly allows no parameters');
  for (const name of manifest.private ? [] : Object.keys(manifest.experiments))
    if (!EXPERIMENTS.has(name)) yield error(`manifest.json: the Marketplace does not allow the experiment ${name}`);
}

export function* checkLocations({ location }: Manifest, files: Files): Findings {
  const places = Object.entries(location?.support ?? {});
  if (location !== undefined && places.length === 0) yield error('manifest.json: location names no place');
  for (const [name, { url, autoLoad, signed }] of places) {
    if (!url && autoLoad) yield error(`manifest.json: ${name} has no url`);
    if (url && !isPage(url, files))
      yield error(`manifest.json: ${name}: ${url} is neither a packaged file under assets/ nor https nor on localhost`);
    if (signed && url?.startsWith('assets/'))
      yield error(`manifest.json: ${name}: only a page from a server of one's own can be signed`);
  }
}

function isPage(url: string, files: Files): boolean {
  if (url.includes('{{setting.')) return true;
  const absolute = URL.parse(url);
  if (absolute !== null) return absolute.protocol === 'https:' || absolute.hostname === 'localhost';
  const path = url.split(/[?#]/)[0] ?? '';
  return path.startsWith('assets/') && files.has(path);
}
