import { join } from 'node:path';
import type { Account } from './account.ts';
import { APP_ID } from './directory.ts';
import { type Json, objectAt } from './json.ts';
import { readJsonFile, readManifest } from './manifest.ts';

/** The packaged app as an admin finds it before installing it; null when there is no package. */
export function describeCatalog({ appDir, appUrl, state }: Account) {
  const manifest = readManifest(appDir);
  if (appDir === null || 'problem' in manifest) return { app: null, installation: state.installation?.id ?? null };
  const words = readWords(appDir, manifest.locale);
  const app = objectAt(words, 'app');
  const labels = objectAt(app, 'parameters');
  const required = objectAt(readJsonFile(join(appDir, 'requirements.json')), 'ticket_fields');
  return {
    app: {
      id: APP_ID,
      name: String(app.name ?? manifest.name),
      version: manifest.version,
      description: String(app.short_description ?? ''),
      instructions: String(app.installation_instructions ?? ''),
      logo: `${appUrl}/${APP_ID}/assets/logo-small.png`,
      locations: Object.keys(manifest.locations),
      domains: manifest.domains,
      fields: Object.values(required).map((field) => String((field as Json).title ?? '')),
      parameters: manifest.parameters.map(({ name, type, required: needed, secure, fallback }) => ({
        ...{ name, type, secure, required: needed, value: secure ? '' : (fallback ?? '') },
        label: String(objectAt(labels, name).label ?? name),
        help: String(objectAt(labels, name).helpText ?? ''),
      })),
    },
    installation: state.installation?.id ?? null,
  };
}

const readWords = (appDir: string, locale: string): Json =>
  readJsonFile(join(appDir, 'translations', `${locale}.json`)) ?? {};
