import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { anEntry, someSettings } from '../../test/an-account.ts';
import type { FakeBackend } from '../../test/fake-backend.ts';
import { renderOverview } from '../../test/render-overview.tsx';
import { codeOf } from './categories/category-draft.ts';

async function saved(user: UserEvent, backend: FakeBackend) {
  await user.click(await screen.findByRole('button', { name: 'Save changes' }));
  await screen.findByText('Saved.');
  return backend.inForce.settings;
}

describe('categories', () => {
  it('are added by name, with a code of their own', async () => {
    const { backend, user } = renderOverview({ at: 'categories' });
    await user.click(await screen.findByRole('button', { name: 'Add a category' }));
    await user.type(screen.getByLabelText('Name'), 'Data export');
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('What belongs here'), 'Getting data out.');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    const { taxonomy } = await saved(user, backend);
    expect(taxonomy.categories.data_export).toEqual({
      description: 'Getting data out.',
      examples: [],
      subcategories: {},
    });
  });

  it('take examples, one a line', async () => {
    const { backend, user } = renderOverview({ at: 'categories' });
    const [examples] = await screen.findAllByLabelText('Examples');
    if (examples) await user.type(examples, '{Enter}{Enter}Where is my invoice?');
    const { taxonomy } = await saved(user, backend);
    expect(taxonomy.categories.billing?.examples).toEqual(['I was charged twice', 'Where is my invoice?']);
  });

  it('say which rules name one before it goes', async () => {
    const { backend, user } = renderOverview({
      at: 'categories',
      backend: (fake) => void fake.save(someSettings({ modeOf: { billing: 'auto' } }), 'Ada', null),
    });
    await user.click(await screen.findByText('Remove Billing'));
    expect(await screen.findByText(/^Rules ask for it.*vip-billing$/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    const settings = await saved(user, backend);
    expect(Object.keys(settings.taxonomy.categories)).toEqual(['technical', 'general']);
    expect(settings.modeOf).toEqual({});
  });

  it('have subcategories', async () => {
    const { backend, user } = renderOverview({ at: 'categories' });
    await user.click(await screen.findByText('Remove Data export'));
    expect((await saved(user, backend)).taxonomy.categories.technical?.subcategories).toEqual({});
  });

  it.each([
    ['Data export', 'data_export'],
    ['  Rückgabe & Umtausch ', 'ruckgabe_umtausch'],
    ['2nd level', 'nd_level'],
    ['返品', ''],
    ['x'.repeat(60), 'x'.repeat(48)],
  ])('%j gets the code %j', (name, code) => expect(codeOf(name)).toBe(code));
});

describe('teams', () => {
  it('without a group are marked, and get the one that is chosen', async () => {
    const { backend, user } = renderOverview({ at: 'teams' });
    const row = within(await screen.findByRole('row', { name: /^Tech support/ }));
    expect(row.getByText('No group')).toBeTruthy();
    await user.selectOptions(row.getByLabelText('Group of Tech support'), 'Second level');
    expect(row.getByText('Has a group')).toBeTruthy();
    expect((await saved(user, backend)).groupOf).toEqual({ tech_support: '9' });
  });
});

describe('mode', () => {
  it('changes for all and for one category, and asks for details only in auto', async () => {
    const { backend, user } = renderOverview({ at: 'mode' });
    await user.click(await screen.findByRole('radio', { name: 'Auto' }));
    await user.click(screen.getByLabelText('Ask for missing details'));
    await user.selectOptions(screen.getByLabelText('Mode of Billing'), 'Suggest');
    expect(await saved(user, backend)).toMatchObject({
      mode: 'auto',
      askDetails: true,
      modeOf: { billing: 'suggest' },
    });
    await user.click(await screen.findByRole('radio', { name: 'Assist' }));
    expect(await saved(user, backend)).toMatchObject({ mode: 'assist', askDetails: false });
  });

  it('shows the evidence in words and sets a target', async () => {
    const { backend, user } = renderOverview({ at: 'mode' });
    expect(await screen.findByText(/From 82% confidence it stands by itself: 71% of tickets/)).toBeTruthy();
    expect(
      screen.getByText(/Right in 96.3% of cases there \(94.1% to 97.8% in truth\), by 412 decisions/),
    ).toBeTruthy();
    const target = screen.getByLabelText('Wanted accuracy of Urgency (%)');
    await user.type(target, '90');
    const set = screen
      .getAllByRole<HTMLButtonElement>('button', { name: 'Set target' })
      .filter(({ disabled }) => !disabled);
    expect(set).toHaveLength(1);
    if (set[0]) await user.click(set[0]);
    await screen.findByText('Saved.');
    expect(backend.called('changeTrust').map(({ body }) => body)).toEqual([{ field: 'urgency', target: 0.9 }]);
  });
});

describe('privacy', () => {
  it('hides and shows kinds, takes countries, and keeps things for good when nothing is said', async () => {
    const { backend, user } = renderOverview({ at: 'privacy' });
    await user.click(await screen.findByRole('checkbox', { name: 'Companies' }));
    await user.click(screen.getByRole('checkbox', { name: 'Postal addresses' }));
    await user.type(screen.getByLabelText('Countries'), '{Enter}fr');
    await user.clear(screen.getByLabelText('Triages (days)'));
    await user.type(screen.getByLabelText('Solved tickets (days)'), '730');
    await user.click(screen.getByRole('radio', { name: 'Articles only' }));
    expect(await saved(user, backend)).toMatchObject({
      masking: { keep: ['ADDRESS'], regions: ['DE', 'GB', 'FR'] },
      retention: { triages: null, feedback: null, knowledge: 730 },
      draftFrom: 'articles',
    });
  });
});

describe('model', () => {
  it('shows what was spent, and takes another limit', async () => {
    const { backend, user } = renderOverview({ at: 'model' });
    expect(await screen.findByText('This month: $43.50 of $50.00 spent.')).toBeTruthy();
    expect(screen.getByText('1,204 calls to models, $3.21.')).toBeTruthy();
    await user.clear(screen.getByLabelText('Budget a calendar month (US dollars)'));
    expect(await saved(user, backend)).toMatchObject({ monthlyBudgetUsd: null });
  });

  it('cannot be named where the backend has none', async () => {
    renderOverview({
      at: 'model',
      backend: (fake) => {
        fake.versions = fake.versions.map((version) => ({ ...version, hasModel: false }));
      },
    });
    await screen.findByText('The backend has no language model');
    expect(screen.getByLabelText<HTMLInputElement>('Model').disabled).toBe(true);
  });
});

describe('the log', () => {
  it('is read page by page', async () => {
    const { backend, user } = renderOverview({
      at: 'audit',
      backend: (fake) => {
        fake.answers.readAudit = ({ query }) => ({
          entries: [anEntry(query.before === 51 ? 50 : 99)],
          next: query.before === 51 ? null : 51,
          intact: true,
          brokenAt: null,
        });
      },
    });
    expect(await screen.findByText('Settings changed')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Older' }));
    await screen.findByRole('row', { name: /^50/ });
    await user.click(screen.getByRole('button', { name: 'Newer' }));
    await screen.findByRole('row', { name: /^99/ });
    expect(backend.called('readAudit').map(({ query }) => query.before)).toEqual([undefined, 51, undefined]);
  });

  it('says where it was tampered with', async () => {
    renderOverview({
      at: 'audit',
      backend: (fake) => {
        fake.answers.readAudit = () => ({ entries: [anEntry(9)], next: null, intact: false, brokenAt: 4 });
      },
    });
    expect(await screen.findByText(/^Entry 4 does not follow/)).toBeTruthy();
  });
});
