import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { type Content, MANIFEST, samplePackage, TRANSLATION } from './test/sample-package.ts';

const LISTING = { short_description: 'Sorts tickets', long_description: 'b', installation_instructions: 'c' };
const english = (change: object) => ({
  'translations/en.json': { app: { ...TRANSLATION.app, ...LISTING, ...change } },
});
const listed = (change: object, files: Record<string, Content> = english({})) =>
  checkPackage(samplePackage({ 'manifest.json': { ...MANIFEST, private: false, ...change }, ...files }));
const navBar = (url: string) => ({ location: { support: { ...MANIFEST.location.support, background: { url } } } });

describe('a listing', () => {
  it('without fault has no findings', () => {
    expect(listed({})).toEqual({ errors: [], warnings: [] });
    expect(listed(navBar('https://triage.example.com/page'))).toEqual({ errors: [], warnings: [] });
  });

  it.each<[string, object, Record<string, Content> | undefined, RegExp]>([
    ['a page on this machine', navBar('http://localhost:8787/page'), undefined, /background.*cannot be reached/],
    ['a backend on this machine', { domainWhitelist: ['localhost'] }, undefined, /domainWhitelist names localhost/],
    ["Zendesk's name", {}, english({ name: 'Triage for ZenDesk' }), /en\.json > app > name: uses/],
    ['a long name', {}, english({ name: 'n'.repeat(41) }), /app > name: has more than 40/],
    ['a long description', {}, english({ short_description: 's'.repeat(81) }), /short_description: has more than 80/],
    [
      'a long name in another locale',
      {},
      { ...english({}), 'translations/pt-br.json': { app: { ...TRANSLATION.app, name: 'n'.repeat(41) } } },
      /pt-br\.json > app > name/,
    ],
  ])('is refused with %s', (_, change, files, fault) => {
    expect(listed(change, files).errors).toEqual([expect.stringMatching(fault)]);
  });

  it('may use every character that it has', () => {
    const full = english({ name: '票'.repeat(40), short_description: '😀'.repeat(80) });
    expect(listed({}, full)).toEqual({ errors: [], warnings: [] });
  });

  it('is doubted without anybody to write to', () => {
    const { errors, warnings } = listed({ author: { name: 'A', email: 'support@example.com' } });
    expect(errors).toEqual([]);
    expect(warnings).toEqual([
      'manifest.json: author has no url, which a listing shows',
      "manifest.json: support@example.com is nobody's address",
    ]);
  });

  it('is no matter of an app for one account', () => {
    const own = { domainWhitelist: ['localhost'], author: { email: 'support@example.com' }, private: true };
    expect(listed(own, english({ name: 'n'.repeat(41) }))).toEqual({ errors: [], warnings: [] });
  });
});
