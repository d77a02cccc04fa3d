import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { renderOverview } from '../test/render-overview.tsx';
import { followSegments } from './follow-segments.ts';

const address = 'https://acme.zendesk.com/agent/apps/ticket-triage';
const frame = () => ({ ...new FakeZendesk().frame({ location: 'nav_bar' }), address });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const button = () => screen.findByRole('button', { name: 'Copy link to this view' });

describe('a link to what a lead sees', () => {
  it('is copied, and leads back to it', async () => {
    const { user } = renderOverview({ at: 'agreement?from=2026-11-01&to=2026-11-27&field=urgency', frame: frame() });
    await user.click(await button());
    await screen.findByText('Copied.');
    expect(screen.getByText('Copied.').closest('[role="status"]')).toBeTruthy();
    const segments = 'agreement/from=2026-11-01/to=2026-11-27/field=urgency';
    expect(await navigator.clipboard.readText()).toBe(`${address}/${segments}`);
    act(() => followSegments('drift'));
    await heading('Drift');
    const before = history.length;
    act(() => followSegments(segments));
    await heading('Agreement');
    expect(window.location.hash).toBe('#/agreement?from=2026-11-01&to=2026-11-27&field=urgency');
    expect(history.length).toBe(before);
  });

  it('is shown, selected, where the clipboard is refused', async () => {
    const { user } = renderOverview({ at: 'volume?by=language', frame: frame() });
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    await user.click(await button());
    const field = await screen.findByLabelText<HTMLInputElement>(/did not copy it/);
    expect(field.value).toBe(`${address}/volume/by=language`);
    expect(field.readOnly).toBe(true);
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    expect(screen.queryByText('Copied.')).toBeNull();
    navigator.clipboard.writeText = writeText;
    await user.click(await button());
    await screen.findByText('Copied.');
    expect(screen.queryByLabelText(/did not copy it/)).toBeNull();
  });

  it("is not there outside of Zendesk, nor on an admin's page", async () => {
    const first = renderOverview({ at: 'volume' });
    await heading('Volume');
    expect(screen.queryByRole('button', { name: /Copy link/ })).toBeNull();
    first.unmount();
    renderOverview({ at: 'volume', frame: frame() });
    await button();
    act(() => followSegments('privacy'));
    await heading('Privacy');
    expect(screen.queryByRole('button', { name: /Copy link/ })).toBeNull();
  });

  it('changes nothing when it names no page of ours', async () => {
    renderOverview({ at: 'volume?by=language', frame: frame() });
    await heading('Volume');
    for (const odd of ['', 'nowhere/by=category', '%/%', '../drift']) act(() => followSegments(odd));
    expect(window.location.hash).toBe('#/volume?by=language');
  });
});
