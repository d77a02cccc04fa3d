import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { readBackendOrigin } from '../packaging/backend-origin.ts';
import { checkPackage } from '../packaging/check-package.ts';
import { readBuild } from '../packaging/read-folder.ts';
import { zipFiles } from '../packaging/zip.ts';

const ROOT = `${import.meta.dirname}/..`;
const LOCAL = 'http://localhost:8787';

async function main(): Promise<void> {
  const { backend, marketplace } = parseArgs({
    options: { backend: { type: 'string' }, marketplace: { type: 'boolean', default: false } },
  }).values;
  if (marketplace && backend === undefined)
    throw new Error('--marketplace needs --backend https://…: one address serves every account');
  if (backend === undefined) console.warn(`No --backend https://… given: this package is for trying out at ${LOCAL}`);
  process.env.BACKEND_ORIGIN = readBackendOrigin(backend ?? LOCAL);
  process.env.MARKETPLACE = marketplace ? 'on' : 'off';
  await clearBuild(`${ROOT}/dist`);
  await build({ configFile: `${ROOT}/vite.config.ts`, logLevel: 'warn' });

  const files = await readBuild(`${ROOT}/dist`);
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

/** The admin's page stays: a backend may be serving it. */
async function clearBuild(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name !== 'admin');
  for (const name of old) await rm(`${folder}/${name}`, { recursive: true });
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
