import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { button, renderApp } from '../test/render-app.tsx';

const said = (feedback: readonly unknown[]) =>
  feedback.map((event) => {
    const { type, helpful, reason } = event as Record<string, unknown>;
    return [type, helpful, reason];
  });

describe('whether a suggestion helped', () => {
  it('is told with one click', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('Yes'));
    expect((await screen.findByText('Thank you.')).closest('[role=status]')).not.toBeNull();
    await waitFor(() => expect(said(zendesk.feedback)).toEqual([['rated', true, null]]));
  });

  it('may be explained, and counts without it', async () => {
    const { zendesk, user } = renderApp();
    await user.click(await button('No'));
    await waitFor(() => expect(said(zendesk.feedback)).toEqual([['rated', false, null]]));
    await user.click(await button('Team'));
    await screen.findByText('Thank you.');
    await waitFor(() => expect(said(zendesk.feedback).at(-1)).toEqual(['rated', false, 'team']));
  });
});
