import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { MANIFEST, samplePackage, TRANSLATION } from './test/sample-package.ts';

const SECRET = { name: 'a', secure: true, scopes: ['header'] };
const OAUTH = { client_id: 'a', client_secret: 'b', authorize_uri: 'c', access_token_uri: 'd' };

function check(parameters: unknown, rest: object = {}) {
  const names = Array.isArray(parameters) ? parameters.map(({ name }) => [name, { label: 'Label' }]) : [];
  const translation = { app: { ...TRANSLATION.app, parameters: Object.fromEntries(names) } };
  return checkPackage(
    samplePackage({
      'manifest.json': { ...MANIFEST, ...rest, parameters },
      'translations/en.json': translation,
      'translations/pt-br.json': translation,
    }),
  );
}

describe('parameters', () => {
  it.each<[string, unknown, RegExp, object?]>([
    ['no list', {}, /parameters/],
    ['no name', [{ type: 'text' }], /parameters > 0 > name/],
    ['the name "name"', [{ name: 'name' }], /keeps for itself/],
    ['a name twice', [{ name: 'a' }, { name: 'a' }], /two parameters are called a/],
    ['a password', [{ name: 'a', type: 'password' }], /parameters > 0 > type/],
    ['a dropdown', [{ name: 'a', type: 'dropdown' }], /parameters > 0 > type/],
    ['required as text', [{ name: 'a', required: 'yes' }], /parameters > 0 > required/],
    ['secure as text', [{ name: 'a', secure: 'yes' }], /parameters > 0 > secure/],
    ['a required hidden one', [{ name: 'a', type: 'hidden', required: true }], /cannot be required/],
    ['scopes without secure', [{ name: 'a', scopes: ['header'] }], /without being secure/],
    ['no scope in scopes', [{ ...SECRET, scopes: [] }], /parameters > 0 > scopes/],
    ['an unknown scope', [{ ...SECRET, scopes: ['cookie'] }], /parameters > 0 > scopes > 0/],
    ['oauth without its parameter', [{ name: 'a' }], /needs a parameter of type oauth/, { oauth: OAUTH }],
    ['half an oauth', [{ name: 'a', type: 'oauth' }], /oauth > client_id/, { oauth: { ...OAUTH, client_id: '' } }],
    ['two oauth parameters', ['a', 'b'].map((name) => ({ name, type: 'oauth' })), /more than one/, { oauth: OAUTH }],
    ['a secure oauth parameter', [{ ...SECRET, type: 'oauth' }], /cannot be secure/, { oauth: OAUTH }],
  ])('are refused with %s', (_, parameters, fault, rest) => {
    expect(check(parameters, rest).errors).toEqual([expect.stringMatching(fault)]);
  });

  it.each<[string, object, RegExp, object?]>([
    ['is secure without scopes', { name: 'a', secure: true }, /has no scopes/],
    ['is secure with a default', { ...SECRET, default: 'x' }, /not stored securely/],
    ['is hidden with a default', { name: 'a', type: 'hidden', default: 'x' }, /not stored securely/],
    ['sounds secret', { name: 'api_TOKEN' }, /sounds secret/],
    ['is secure and may go nowhere', SECRET, /domainWhitelist is empty/, { domainWhitelist: [] }],
  ])('are doubted when one %s', (_, parameter, doubt, rest) => {
    expect(check([parameter], rest)).toEqual({ errors: [], warnings: [expect.stringMatching(doubt)] });
  });

  it('may be of every type that Zendesk knows, and none at all', () => {
    const types = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
    expect(check(types.map((type) => ({ name: `a_${type}`, type })))).toEqual({ errors: [], warnings: [] });
    expect(check([])).toEqual({ errors: [], warnings: [] });
  });
});
