import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { type Content, samplePackage } from './test/sample-package.ts';

const JSON_TWICE = '{ "ticket_fields": { "a": { "title": "A", "title": "B" } } }';

describe('a package', () => {
  it('without fault has no findings', () => {
    expect(checkPackage(samplePackage())).toEqual({ errors: [], warnings: [] });
    expect(checkPackage(samplePackage({ 'requirements.json': undefined }))).toEqual({ errors: [], warnings: [] });
  });

  it.each<[string, Record<string, Content>, RegExp]>([
    ['a dotfile', { '.env': 'A=1' }, /^\.env: dotfiles/],
    ['a dotfile in a folder', { 'assets/.DS_Store': 'x' }, /dotfiles/],
    ['installed packages', { 'node_modules/react/index.js': '0' }, /node_modules stays out/],
    ['an old package', { 'tmp/app-1.zip': 'x' }, /zcli leaves/],
    ["an installation's settings", { 'zcli.apps.config.json': {} }, /secrets included/],
    ['a source map', { 'assets/index-Ab1.js.map': '{}' }, /source maps/],
    ['a pointer to a source map', { 'assets/a.js': '0\n//# sourceMappingURL=a.js.map' }, /points to a source map/],
    ['an archive', { 'assets/more.zip': 'x' }, /does not accept/],
    ['a picture of another type', { 'assets/cat.webp': 'x' }, /does not accept/],
    ['a file without ending', { LICENSE: 'x' }, /does not accept/],
    ['more than Zendesk takes', { 'assets/big.js': randomBytes(2_000_001) }, /^The zip has 2\d{6} bytes/],
    ["the admin's page, which the backend serves", { 'admin/index.html': '<p>' }, /^admin.*does not belong/],
    ['a file beside the manifest', { 'package.json': {} }, /^package\.json: does not belong/],
    ['a private key', { 'assets/a.js': '"-----BEGIN RSA PRIVATE KEY-----"' }, /credential/],
    ['an API key', { 'assets/a.html': `sk-${'a1'.repeat(20)}` }, /credential/],
    ['broken JSON', { 'requirements.json': '{' }, /^requirements\.json: is not a JSON object$/],
    ['JSON that is a list', { 'translations/en.json': [] }, /^translations\/en\.json: is not a JSON object$/],
    ['a key twice', { 'requirements.json': JSON_TWICE }, /key title stands twice/],
    ['no manifest', { 'manifest.json': undefined }, /^manifest\.json: is missing$/],
  ])('is refused with %s', (_, changes, fault) => {
    expect(checkPackage(samplePackage(changes)).errors).toEqual([expect.stringMatching(fault)]);
  });

  it('is warned of addresses without TLS, vocabularies aside', () => {
    const page = '<a href="http://a.example/x"><svg xmlns="http://www.w3.org/2000/svg">';
    const { errors, warnings } = checkPackage(samplePackage({ 'assets/index.html': page }));
    expect(errors).toEqual([]);
    expect(warnings).toEqual(['assets/index.html: names addresses without TLS: http://a.example']);
  });

  it('never makes the check throw, whatever its JSON files hold', () => {
    const file = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ app: value })),
    );
    const path = fc.constantFrom('manifest.json', 'requirements.json', 'translations/en.json');
    fc.assert(
      fc.property(path, file, (name, text) => Array.isArray(checkPackage(samplePackage({ [name]: text })).errors)),
    );
  });
});
