import { mkdir, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { readBackendOrigin } from '../packaging/backend-origin.ts';
import { checkPackage } from '../packaging/check-package.ts';
import { readFolder } from '../packaging/read-folder.ts';
import { zipFiles } from '../packaging/zip.ts';

const ROOT = `${import.meta.dirname}/..`;
const LOCAL = 'http://localhost:8787';

async function main(): Promise<void> {
  const { backend } = parseArgs({ options: { backend: { type: 'string' } } }).values;
  if (backend === undefined) console.warn(`No --backend https://… given: this package is for trying out at ${LOCAL}`);
  process.env.BACKEND_ORIGIN = readBackendOrigin(backend ?? LOCAL);
  await rm(`${ROOT}/dist`, { recursive: true, force: true });
  await build({ configFile: `${ROOT}/vite.config.ts`, logLevel: 'warn' });

  const files = await readFolder(`${ROOT}/dist`);
  const { errors, warnings } = checkPackage(files);
  for (const warning of warnings) console.warn(`warning  ${warning}`);
  if (errors.length > 0) throw new Error(errors.map((error) => `error    ${error}`).join('\n'));

  const { version } = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
  const path = `${ROOT}/dist-package/ticket-triage-${version}.zip`;
  const zip = zipFiles(files);
  await mkdir(`${ROOT}/dist-package`, { recursive: true });
  await writeFile(path, zip);
  console.log(`${relative('.', path)}  ${files.size} files, ${zip.length} bytes`);
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
