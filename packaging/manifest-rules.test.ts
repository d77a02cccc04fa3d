import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { MANIFEST, samplePackage, withManifest } from './test/sample-package.ts';

const sidebar = (place: unknown) => ({ location: { support: { ticket_sidebar: place } } });
const frameless = { location: undefined, frameworkVersion: undefined };

describe('manifest.json', () => {
  it.each<[string, object, RegExp]>([
    ['no author', { author: undefined }, /author/],
    ['an author without a web address', { author: { url: 'ftp://b.example' } }, /author > url/],
    ['an author whose name is no text', { author: { name: 1 } }, /author > name/],
    ['no default locale', { defaultLocale: undefined }, /defaultLocale/],
    ['a default locale with an underscore', { defaultLocale: 'en_US' }, /defaultLocale: is not a locale/],
    ['a default locale without translation', { defaultLocale: 'fr' }, /^translations\/fr\.json: is missing/],
    ['private as text', { private: 'yes' }, /private/],
    ['a version that is a number', { version: 1 }, /version/],
    ['a version that no file can be named after', { version: '../1' }, /version: is not a version/],
    ['no framework', { frameworkVersion: undefined }, /frameworkVersion is missing/],
    ['another framework', { frameworkVersion: '1.0' }, /frameworkVersion/],
    ['no location', { location: undefined }, /location is missing/],
    ['a location without places', { location: { support: {} } }, /names no place/],
    ['another product', { location: { ...MANIFEST.location, chat: {} } }, /"chat"/],
    ['an unknown place', { location: { support: { side: 'assets/index.html' } } }, /side/],
    ['a page that is not packaged', sidebar('assets/other.html'), /other\.html is neither/],
    ['a page outside assets/', sidebar('manifest.json'), /manifest\.json is neither/],
    ['a page over http', sidebar('http://127.0.0.1/'), /127\.0\.0\.1\/ is neither/],
    ['a signed page that is packaged', sidebar({ url: 'assets/index.html', signed: true }), /can be signed/],
    ['a place without page', sidebar({ flexible: false }), /ticket_sidebar has no url/],
    ['flexible as text', sidebar({ url: 'assets/index.html', flexible: 'yes' }), /flexible/],
    ['domains that are no list', { domainWhitelist: 'a.example' }, /domainWhitelist/],
    ['a domain with a scheme', { domainWhitelist: ['https://a.example'] }, /bare host name/],
    ['signedUrls as text', { signedUrls: 'no' }, /signedUrls/],
    ['terms without a web address', { termsConditionsURL: 'terms' }, /termsConditionsURL/],
    ['a template of version 1', { noTemplate: true }, /noTemplate/],
    ['a frame where only requirements are', { requirementsOnly: true, location: undefined }, /no frameworkVersion/],
    ['a framework where nothing runs', { requirementsOnly: true, frameworkVersion: undefined }, /no location/],
  ])('is refused with %s', (_, change, fault) => {
    expect(checkPackage(withManifest(change)).errors).toEqual([expect.stringMatching(fault)]);
  });

  it.each<[string, object]>([
    ['a page on https', sidebar('https://triage.example.com/page')],
    ['a signed page on https', sidebar({ url: 'https://triage.example.com/admin', signed: true })],
    ['a page of a dev server', sidebar('http://localhost:3000/')],
    ['a page chosen by a setting', sidebar('https://{{setting.host}}/')],
    ['a packaged page with a query', sidebar('assets/index.html?a=1#b')],
    ['a place that loads later', sidebar({ autoLoad: false })],
    ['keys that Zendesk ignores', { $schema: 'x' }],
    ['requirements alone', { ...frameless, requirementsOnly: true }],
  ])('may have %s', (_, change) => {
    expect(checkPackage(withManifest(change))).toEqual({ errors: [], warnings: [] });
  });

  it('is refused as an advertisement that brings parameters, requirements or privacy', () => {
    const { errors } = checkPackage(withManifest({ ...frameless, marketingOnly: true }));
    expect(errors.map((error) => error.replace(/.*marketingOnly /, ''))).toEqual([
      'allows no requirements',
      'cannot be private',
      'allows no parameters',
    ]);
  });

  it('is refused as one of requirements alone without them', () => {
    const manifest = { ...MANIFEST, ...frameless, requirementsOnly: true };
    const files = samplePackage({ 'manifest.json': manifest, 'requirements.json': undefined });
    expect(checkPackage(files).errors).toEqual(['requirements.json: is missing']);
  });

  it('is refused with the default key of an experiment only in the Marketplace', () => {
    const experiments = { hashParams: true, other: true };
    expect(checkPackage(withManifest({ experiments })).errors).toEqual([]);
    expect(checkPackage(withManifest({ experiments, private: false })).errors).toContain(
      'manifest.json: the Marketplace does not allow the experiment other',
    );
  });
});
