import { error, type Findings, warning } from './finding.ts';
import type { Manifest, Parameter } from './manifest-shape.ts';

export function* checkParameters({ parameters, oauth, domainWhitelist }: Manifest): Findings {
  const names = parameters.map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
    yield error(`manifest.json: two parameters are called ${name}`);
  for (const parameter of parameters) yield* checkParameter(parameter);

  const grants = parameters.filter(({ type }) => type === 'oauth');
  if (grants.length > 1) yield error('manifest.json: more than one parameter is of type oauth');
  if (oauth !== undefined && grants.length === 0) yield error('manifest.json: oauth needs a parameter of type oauth');
  if (parameters.some(({ secure }) => secure) && domainWhitelist.length === 0)
    yield warning('manifest.json: a secure parameter goes nowhere while domainWhitelist is empty');
}

function* checkParameter({ name, type, required, secure, scopes, default: preset }: Parameter): Findings {
  const fault = (text: string) => error(`manifest.json: parameter ${name} ${text}`);
  const doubt = (text: string) => warning(`manifest.json: parameter ${name} ${text}`);
  if (type === 'hidden' && required) yield fault('is hidden, so nobody can fill it in: it cannot be required');
  if (type === 'oauth' && secure) yield fault('is of type oauth, which cannot be secure');
  if (scopes !== undefined && !secure) yield fault('has scopes without being secure');
  if (secure && scopes === undefined) yield doubt('is secure and has no scopes');
  if (preset !== undefined && (secure || type === 'hidden')) yield doubt('has a default, which is not stored securely');
  if (type === 'text' && !secure && /token|key|pwd|password/i.test(name))
    yield doubt('sounds secret and is not secure');
}
