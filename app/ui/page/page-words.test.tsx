import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { loadPageWords, PageWordsProvider, usePageWords, WithAllWords } from './PageWords.tsx';

const Title = () => <p>{usePageWords().t('page.privacy')}</p>;

describe('words of the page', () => {
  it.each([
    ['de-AT', 'Datenschutz'],
    ['pt', 'Privacidade'],
    ['en-US@posix', 'Privacy'],
    ['xx', 'Privacy'],
  ])('in %s', async (locale, privacy) => {
    render(
      <PageWordsProvider locale={locale}>
        <Title />
      </PageWordsProvider>,
    );
    expect(await screen.findByText(privacy)).toBeTruthy();
  });

  it("leave those of the admin's pages for later", async () => {
    const early = await loadPageWords('de', false);
    expect(early.t('page.queue')).toBe('Warteschlange');
    expect(() => early.t('routing.category')).toThrow('No translation for routing.category');
    expect((await loadPageWords('de')).t('routing.category')).toBe('Kategorie');
  });

  it('come all at once where all are asked for, and stay through a change of locale', async () => {
    const Category = () => <p>{usePageWords().t('routing.category')}</p>;
    const at = (locale: string) => (
      <PageWordsProvider locale={locale}>
        <Title />
        <WithAllWords fallback={<p>Soon</p>}>
          <Category />
        </WithAllWords>
      </PageWordsProvider>
    );
    const { rerender } = render(at('en'));
    expect(await screen.findByText('Category')).toBeTruthy();
    rerender(at('de'));
    expect(screen.queryByText('Soon')).toBeNull();
    expect(await screen.findByText('Kategorie')).toBeTruthy();
  });

  it('measure money, shares and days by locale', async () => {
    const { money, percent, day, list } = await loadPageWords('en');
    expect([money(3.2), percent(0.8215), day('2026-03-02'), list(['a', 'b'])]).toEqual([
      '$3.20',
      '82.2%',
      'Mar 2, 2026',
      'a and b',
    ]);
  });

  it('name what they know and make the rest readable', async () => {
    const { name } = await loadPageWords('en');
    expect([name('masking.kind', 'EMAIL'), name('error', 'constructor'), name('team.shipped', 'tech_support')]).toEqual(
      ['E-mail addresses', 'Constructor', 'Tech support'],
    );
  });
});
