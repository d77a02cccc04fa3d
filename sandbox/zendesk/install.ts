import { join } from 'node:path';
import type { Account } from './account.ts';
import { refused } from './errors.ts';
import { FIELDS } from './fields.ts';
import { isObject, type Json, objectAt } from './json.ts';
import { type Manifest, type Parameter, readJsonFile, readManifest } from './manifest.ts';
import { type KeptInstallation, nextId } from './state.ts';
import { addField, removeField } from './ticket-fields.ts';

type Settings = Record<string, string>;

/** Installs the packaged app: its requirements first, which undo what they made when one of them fails. */
export function installApp(account: Account, given: Json): KeptInstallation {
  const { state } = account;
  if (state.installation !== null) throw refused('app', 'App: is already installed');
  const settings = readSettings(account, given, {});
  const requirements: Record<string, number> = {};
  try {
    for (const [identifier, payload] of Object.entries(requiredFields(account)))
      requirements[identifier] = addField(account, payload, identifier).id;
  } catch (error) {
    for (const id of Object.values(requirements)) removeField(account, id);
    throw error;
  }
  state.installation = { id: nextId(state), settings, requirements };
  account.touched();
  return state.installation;
}

/** Takes the app away with the ticket fields that it made. */
export function uninstallApp(account: Account): void {
  const made = Object.values(account.state.installation?.requirements ?? {});
  account.state.installation = null;
  for (const id of made) removeField(account, id);
  account.touched();
}

/** Settings over those that are there; throws 422 for what the manifest does not take. Without a manifest, anything goes. */
export function readSettings({ appDir }: Account, given: Json, before: Settings): Settings {
  const manifest = readManifest(appDir);
  const { name: _name, title: _title, ...values } = given;
  const written = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
  const settings: Settings = { ...before, ...Object.fromEntries(written) };
  return 'problem' in manifest ? settings : checkSettings(manifest, settings, Object.keys(values));
}

function checkSettings({ parameters }: Manifest, settings: Settings, given: string[]): Settings {
  const unknown = given.find((name) => !parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) throw refused(unknown, `The manifest has no parameter ${unknown}`);
  for (const parameter of parameters) {
    const value = settings[parameter.name] ?? parameter.fallback ?? '';
    checkValue(parameter, value);
    if (value !== '') settings[parameter.name] = value;
  }
  return settings;
}

function checkValue({ name, type, required }: Parameter, value: string): void {
  if (required && value.trim() === '') throw refused(name, `${name}: cannot be blank`);
  if (value === '') return;
  if (type === 'url' && !/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
    throw refused(name, `${name}: must be a URL`);
  if (type === 'number' && !Number.isFinite(Number(value))) throw refused(name, `${name}: must be a number`);
  if (type === 'checkbox' && !['true', 'false'].includes(value)) throw refused(name, `${name}: must be true or false`);
}

/** Of the package's requirements.json; without a package, the fields that the sandbox knows. */
function requiredFields({ appDir }: Account): Record<string, Json> {
  const requirements = appDir === null ? null : readJsonFile(join(appDir, 'requirements.json'));
  if (requirements === null) return Object.fromEntries(FIELDS.map((field) => [field.identifier, payloadOf(field)]));
  const fields = Object.entries(objectAt(requirements, 'ticket_fields'));
  return Object.fromEntries(fields.filter((entry): entry is [string, Json] => isObject(entry[1])));
}

function payloadOf(field: (typeof FIELDS)[number]): Json {
  const { title, type } = field;
  if (field.type === 'checkbox') return { title, type, tag: field.tag };
  return { title, type, ...(field.type === 'tagger' && { custom_field_options: field.options }) };
}
