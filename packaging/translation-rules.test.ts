import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { type Content, MANIFEST, samplePackage, TRANSLATION } from './test/sample-package.ts';

const { app } = TRANSLATION;
const { shared_secret: _, ...labels } = app.parameters;
const PUBLIC = { ...MANIFEST, private: false };
const LISTING = { ...app, short_description: 'a', long_description: 'b', installation_instructions: 'c' };
const { short_description, ...undescribed } = LISTING;

describe('translations', () => {
  it.each<[string, Record<string, Content>, RegExp]>([
    ['an underscore in the name', { 'translations/en_US.json': TRANSLATION }, /en_US\.json: is not named after/],
    ['a script in the name', { 'translations/zh-hans.json': TRANSLATION }, /zh-hans\.json: is not named after/],
    ['no app', { 'translations/en.json': {} }, /en\.json > app/],
    ['no name', { 'translations/en.json': { app: { ...app, name: ' ' } } }, /en\.json > app > name/],
    ['no label', { 'translations/en.json': { app: { ...app, parameters: labels } } }, /en\.json.*> shared_secret/],
    [
      'no label in one locale',
      { 'translations/pt-br.json': { app: { parameters: labels } } },
      /pt-br.*> shared_secret/,
    ],
    ['no labels', { 'translations/pt-br.json': { app: { name: 'a' } } }, /pt-br\.json > app > parameters/],
    ['the internal format', { 'translations/en.json': { app: { ...app, package: 'x' } } }, /internal format/],
    ['no listing', { 'manifest.json': PUBLIC, 'translations/en.json': { app: undescribed } }, /short_description/],
  ])('are refused with %s', (_, changes, fault) => {
    expect(checkPackage(samplePackage(changes)).errors).toEqual([expect.stringMatching(fault)]);
  });

  it('must tell the Marketplace all that a listing shows', () => {
    const { errors } = checkPackage(samplePackage({ 'manifest.json': PUBLIC }));
    expect(errors).toEqual([expect.stringMatching('long_description'), expect.stringMatching('installation_instr')]);
  });

  it.each([LISTING, { ...undescribed, description: 'old name of the short one' }])('list a public app', (listing) => {
    const files = samplePackage({ 'manifest.json': PUBLIC, 'translations/en.json': { app: listing } });
    expect(checkPackage(files)).toEqual({ errors: [], warnings: [] });
  });

  it.each(['pt-br', 'zh-cn', 'es-419', 'en-US', 'fil'])(
    'may be named %s and leave the rest to the default',
    (locale) => {
      const files = samplePackage({ [`translations/${locale}.json`]: { app: { parameters: app.parameters } } });
      expect(checkPackage(files)).toEqual({ errors: [], warnings: [] });
    },
  );
});
