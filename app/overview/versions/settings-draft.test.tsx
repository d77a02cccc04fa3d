import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { someSettings } from '../../test/an-account.ts';
import { Refusal } from '../../test/fake-backend.ts';
import { renderOverview } from '../../test/render-overview.tsx';
import { faultAt, faultsIn } from './document.ts';

const review = () => screen.findByLabelText<HTMLInputElement>(/Flag for review/);
const save = () => screen.findByRole('button', { name: 'Save changes' });

async function renderEdited(prepare: Parameters<typeof renderOverview>[0] = {}) {
  const view = renderOverview({ at: 'mode', ...prepare });
  const field = await review();
  await view.user.clear(field);
  await view.user.type(field, '75');
  return view;
}

describe('settings', () => {
  it('are saved with a note, on the version that was edited', async () => {
    const { backend, user } = await renderEdited();
    await user.type(screen.getByLabelText('Note for the log (optional)'), 'more care');
    await user.click(await save());
    await screen.findByText('Saved.');
    expect(backend.called('changeTenantSettings').at(-1)?.body).toEqual({
      settings: someSettings({ reviewBelow: 0.75 }),
      basedOn: 7,
      note: 'more care',
    });
    expect(await screen.findByText(/^Version 8, saved by Ada/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
  });

  it('stay as they are edited when saving fails, with what was wrong beside the field', async () => {
    const { backend, user } = await renderEdited();
    backend.answers.changeTenantSettings = () =>
      new Refusal(400, 'bad_request', 'settings.reviewBelow: between 0 and 1; settings.model: no model has this name');
    await user.click(await save());
    await screen.findByText('Not saved. Please correct:');
    const field = await review();
    expect(field.value).toBe('75');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain('between 0 and 1');
    expect(screen.getByText('model: no model has this name')).toBeTruthy();
  });

  it('go on over two pages as one draft, which the menu shows', async () => {
    const { user } = await renderEdited();
    await user.click(screen.getByRole('link', { name: /^Model and budget/ }));
    await screen.findByLabelText('Model');
    expect(screen.getByText('Also saves changes in: Mode and trust')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: /^Mode and trust/ }));
    expect((await review()).value).toBe('75');
  });

  it('of somebody else are loaded, and ours stay to copy', async () => {
    const { backend, user } = await renderEdited();
    backend.save(someSettings({ reviewBelow: 0.5 }), 'Grace', null);
    await user.click(await save());
    await screen.findByText('Grace saved version 8 meanwhile');
    await user.click(screen.getByRole('button', { name: 'Load theirs' }));
    expect((await review()).value).toBe('50');
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you had changed').value).toContain('"reviewBelow": 0.75');
  });

  it('of ours can replace those of somebody else', async () => {
    const { backend, user } = await renderEdited();
    backend.save(someSettings({ reviewBelow: 0.5 }), 'Grace', null);
    await user.click(await save());
    await user.click(await screen.findByRole('button', { name: 'Go on with mine' }));
    await user.click(await save());
    await waitFor(() => expect(backend.inForce).toMatchObject({ version: 9, settings: { reviewBelow: 0.75 } }));
  });

  it.each([
    ['admin:5', 'Admin 5'],
    ['environment', 'the configuration'],
    ['operator', 'Operator'],
  ])('say who saved them: %s', async (savedBy, who) => {
    renderOverview({ at: 'mode', backend: (fake) => void fake.save(someSettings(), savedBy, null) });
    expect(await screen.findByText(new RegExp(`^Version 8, saved by ${who} `))).toBeTruthy();
  });

  it('go back to an earlier version', async () => {
    const { backend, user } = renderOverview({
      at: 'mode',
      backend: (fake) => void fake.save(someSettings({ reviewBelow: 0.9 }), 'Grace', 'stricter'),
    });
    await user.click(await screen.findByRole('button', { name: 'Earlier versions' }));
    await user.click(await screen.findByRole('button', { name: 'Go back to 7' }));
    await screen.findByText('Version 7 is in force again.');
    expect(backend.inForce).toMatchObject({ version: 9, settings: { reviewBelow: 0.6 } });
  });

  it('say why an earlier version cannot be put back, and leave what is edited as it is', async () => {
    const { backend, user } = await renderEdited({
      backend: (fake) => void fake.save(someSettings({ reviewBelow: 0.9 }), 'Grace', null),
    });
    backend.answers.revertTenantSettings = () =>
      new Refusal(400, 'bad_request', 'settings.taxonomy.categories: the routing rules name one that goes');
    await user.click(screen.getByRole('button', { name: 'Earlier versions' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Go back to 7' }));
    expect(await dialog.findByText(/the routing rules name one that goes/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect((await review()).value).toBe('75');
    expect(screen.queryByText('Not saved. Please correct:')).toBeNull();
  });

  it('keep what is typed while they are being saved', async () => {
    const { backend, user } = await renderEdited();
    let answer = () => {};
    const held = new Promise<void>((go) => {
      answer = go;
    });
    backend.until = (name) => (name === 'changeTenantSettings' ? held : Promise.resolve());
    await user.click(await save());
    const field = await review();
    await user.clear(field);
    await user.type(field, '80');
    answer();
    await screen.findByText('Saved.');
    expect((await review()).value).toBe('80');
    expect(backend.inForce.settings.reviewBelow).toBe(0.75);
    await user.click(await save());
    await waitFor(() => expect(backend.inForce.settings.reviewBelow).toBe(0.8));
  });

  it('ask before the page is left with something unsaved', async () => {
    const { user } = await renderEdited();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(leave()).toBe(false));
  });
});

describe('faults', () => {
  it('are read from a sentence of the backend', () => {
    const faults = faultsIn('taxonomy.categories.billing.examples.0: too long; model: there is none; ask for one');
    expect(faults).toEqual([
      { path: 'taxonomy.categories.billing.examples.0', message: 'too long' },
      { path: 'model', message: 'there is none; ask for one' },
    ]);
    expect(faultAt(faults, 'taxonomy.categories.billing.examples')).toBe('too long');
    expect(faultAt(faults, 'taxonomy.categories.bill')).toBeUndefined();
    expect(faultsIn('settings.model: none; settings.readImages: only a model can', 'settings')).toEqual([
      { path: 'model', message: 'none' },
      { path: 'readImages', message: 'only a model can' },
    ]);
    expect(faultsIn('rules: too many; schedules.Büro Süd: begins with a letter; ask. Then: save')).toEqual([
      { path: 'rules', message: 'too many' },
      { path: 'schedules.Büro Süd', message: 'begins with a letter; ask. Then: save' },
    ]);
    expect(faultsIn('It is not in force any more.')).toEqual([{ path: '', message: 'It is not in force any more.' }]);
  });
});
