import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../test/fake-backend.ts';
import { renderOverview } from '../../../test/render-overview.tsx';
import type { OutputOf } from '../../api/routes.ts';

type Receipt = OutputOf<'forget'>;
const ZERO = { feedback: 0, votes: 0, learnedTickets: 0, knowledgeItems: 0, vectors: 0, jobs: 0 };
const aReceipt = (parts: Partial<Receipt> = {}): Receipt => ({
  id: '7b1c9d3e-0000-4000-8000-000000000001',
  subject: 'person',
  fingerprint: 'f1e2d3',
  state: 'done',
  erased: { tickets: 2, triages: 3, ...ZERO, model: true },
  requestedAt: '2026-03-02T10:00:00.000Z',
  doneAt: '2026-03-02T10:00:05.000Z',
  ...parts,
});

const openErasure = (answer: () => Receipt | Refusal) => {
  const erasures: Receipt[] = [];
  return renderOverview({
    at: 'erasure',
    backend: (fake) => {
      fake.answers.listErasures = () => ({ erasures });
      fake.answers.forget = () => {
        const receipt = answer();
        if (!(receipt instanceof Refusal)) erasures.push(receipt);
        return receipt;
      };
    },
  });
};

describe('the page about erasure', () => {
  it('erases a person once the address is typed again, and shows the receipt', async () => {
    const { backend, user } = openErasure(() => aReceipt());
    expect(await screen.findByText('Nothing was erased yet')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Whom or what'), 'email');
    await user.type(screen.getByLabelText('E-mail address'), 'jo@example.com');
    await user.click(screen.getByRole('button', { name: 'Erase' }));
    const dialog = within(await screen.findByRole('dialog'));
    const erase = dialog.getByRole<HTMLButtonElement>('button', { name: 'Erase' });
    expect(erase.disabled).toBe(true);
    await user.type(dialog.getByLabelText('Type jo@example.com to confirm'), 'jo@example.com');
    await user.click(erase);
    expect(await screen.findByText('tickets: 2, triages: 3, and the trained model')).toBeTruthy();
    expect(backend.called('forget')[0]?.body).toEqual({ email: 'jo@example.com' });
  });

  it('keeps what was typed when it is refused', async () => {
    const { user } = openErasure(() => new Refusal(503, 'unavailable', 'The database is down.'));
    await user.type(await screen.findByLabelText('Ticket number'), '42');
    await user.click(screen.getByRole('button', { name: 'Erase' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Type 42 to confirm'), '42');
    await user.click(dialog.getByRole('button', { name: 'Erase' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('The database is down.');
    expect(screen.getByLabelText<HTMLInputElement>('Ticket number').value).toBe('42');
  });
});
