import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText } from './copy-text.ts';

/** What the older way put on the clipboard. */
let taken: string | null = null;

function obey(isAllowed: boolean): void {
  document.execCommand = () => {
    const copy = Object.assign(new Event('copy', { cancelable: true }), {
      clipboardData: { setData: (_: string, text: string) => (taken = text) },
    });
    if (isAllowed) document.dispatchEvent(copy);
    return isAllowed;
  };
}

/** The frame's policy. */
const forbid = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No', 'NotAllowedError'));

describe('copying text', () => {
  beforeEach(() => {
    taken = null;
    userEvent.setup();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('goes the older way first, which no policy of the frame forbids', async () => {
    obey(true);
    forbid();
    expect(await copyText('https://a.example')).toBe(true);
    expect(taken).toBe('https://a.example');
  });

  it('goes the newer way where that is refused', async () => {
    obey(false);
    expect(await copyText('https://b.example')).toBe(true);
    expect(taken).toBeNull();
    expect(await navigator.clipboard.readText()).toBe('https://b.example');
  });

  it('says when neither works', async () => {
    obey(false);
    forbid();
    expect(await copyText('https://c.example')).toBe(false);
  });
});
