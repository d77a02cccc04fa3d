import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeIn, segmentsOf } from './link-path.ts';

const PAGES = ['agreement', 'volume'];
const aQuery = fc
  .array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })))
  .map((pairs) => new URLSearchParams(pairs));

describe('the segments behind the address of the app', () => {
  it('say page and query', () => {
    const query = new URLSearchParams({ from: '2026-11-01', to: '2026-11-27', field: 'sub/category =' });
    expect(segmentsOf('agreement', query)).toBe('agreement/from=2026-11-01/to=2026-11-27/field=sub%2Fcategory%20%3D');
    expect(segmentsOf('volume', new URLSearchParams())).toBe('volume');
  });

  it('bring back any query', () => {
    fc.assert(
      fc.property(aQuery, (query) => {
        const place = placeIn(segmentsOf('volume', query), PAGES);
        expect(place?.page).toBe('volume');
        expect([...(place?.query ?? [])]).toEqual([...query]);
      }),
    );
  });

  it('survive an address bar, which keeps them as one path', () => {
    fc.assert(
      fc.property(aQuery, (query) => {
        const segments = segmentsOf('volume', query);
        expect(new URL(`https://acme.zendesk.com/agent/apps/app/${segments}`).pathname).toBe(
          `/agent/apps/app/${segments}`,
        );
      }),
    );
  });

  it('are harmless whatever they are', () => {
    const aText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('/', '=', '%', '%2', '%C3', '\ud800', '..', 'volume', '?', '#'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(aText, (text) => {
        expect(['agreement', 'volume', undefined]).toContain(placeIn(text, PAGES)?.page);
        expect(placeIn(`volume/${text}`, PAGES)?.page).toBe('volume');
      }),
    );
  });

  it.each(['', '/', 'nowhere', 'nowhere/volume', 'from=2026-11-01', 'volume?by=language', '../volume'])(
    'name no page: %s',
    (text) => expect(placeIn(text, PAGES)).toBeNull(),
  );

  it('may come decoded, with a slash before them', () => {
    expect(Object.fromEntries(placeIn('/volume/by=50% off/odd', PAGES)?.query ?? [])).toEqual({ by: '50% off' });
  });
});
