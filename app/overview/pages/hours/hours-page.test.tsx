import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOverview } from '../../../test/render-overview.tsx';
import { holdRules, sentRules, someRules } from '../../../test/some-routing.ts';

const office = { timeZone: 'Europe/Berlin', hours: { mon: [['09:00', '17:00'] as [string, string]] }, holidays: [] };

async function renderHours() {
  const rules = someRules({ schedules: { office }, teams: { tech_support: { schedule: 'office' } } });
  const view = renderOverview({ at: 'hours', backend: (fake) => holdRules(fake, rules) });
  await screen.findByRole('heading', { level: 2, name: 'Schedules' });
  return view;
}
const save = () => screen.getByRole('button', { name: 'Save changes' });

describe('business hours', () => {
  it('are edited by day, with holidays, and kept by the teams that are told to', async () => {
    const { backend, user } = await renderHours();
    const card = within(screen.getByRole('listitem', { name: 'office' }));
    await user.click(card.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }));
    const saturday = within(card.getByRole('group', { name: 'Saturday' }));
    await user.click(saturday.getByRole('button', { name: 'Add hours' }));
    const to = saturday.getByLabelText('Saturday, to');
    await user.clear(to);
    await user.type(to, '12:30');
    await user.type(card.getByLabelText('Holidays'), '2026-12-25');
    expect(card.getByText('Fri, Dec 25, 2026')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Schedule of billing_support'), 'office');
    await user.click(save());
    await screen.findByText('Saved.');
    const day = [['09:00', '17:00']];
    expect(sentRules(backend)).toEqual(
      someRules({
        schedules: {
          office: {
            ...office,
            hours: {
              ...(Object.fromEntries(
                ['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => [name, day]),
              ) as typeof office.hours),
              ...({ sat: [['09:00', '12:30']] } as object),
            },
            holidays: ['2026-12-25'],
          },
        },
        teams: { tech_support: { schedule: 'office' }, billing_support: { schedule: 'office' } },
      }),
    );
  });

  it('keep their teams under another name, and let them go when they are removed', async () => {
    const { user } = await renderHours();
    const name = screen.getByLabelText('Name');
    await user.type(name, '_de');
    expect(screen.getByLabelText<HTMLSelectElement>('Schedule of tech_support').value).toBe('office_de');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.getByText('No business hours yet')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>('Schedule of tech_support').value).toBe('');
  });

  it('say beside the name that it is none', async () => {
    const { backend, user } = await renderHours();
    await user.type(screen.getByLabelText('Name'), ' Süd');
    await user.click(save());
    const card = within(await screen.findByRole('listitem', { name: 'office Süd' }));
    expect(await card.findByText('a name is lower-case letters, digits and _')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(backend.called('changeRouting')).toEqual([]);
  });

  it('say beside the day what is wrong with it', async () => {
    const { backend, user } = await renderHours();
    const monday = within(screen.getByRole('group', { name: 'Monday' }));
    await user.clear(monday.getByLabelText('Monday, to'));
    await user.type(monday.getByLabelText('Monday, to'), '08:00');
    await user.click(save());
    expect(await monday.findByText(/an interval ends after it begins/)).toBeTruthy();
    expect(backend.called('changeRouting')).toEqual([]);
  });
});
