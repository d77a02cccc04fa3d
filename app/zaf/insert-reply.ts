import type { Frame } from './frame.ts';

export type Insertion = 'editor' | 'clipboard' | 'failed';

/** Puts text where the agent writes; nothing is sent. `ticket.editor.insert` takes HTML, `appendText` plain text. */
export async function insertReply(frame: Frame, text: string): Promise<Insertion> {
  try {
    await frame
      .invoke('ticket.editor.insert', asHtml(text))
      .catch(() => frame.invoke('ticket.comment.appendText', text));
    return 'editor';
  } catch {
    return copyText(text);
  }
}

export async function copyText(text: string): Promise<Insertion> {
  try {
    await navigator.clipboard.writeText(text);
    return 'clipboard';
  } catch {
    return 'failed';
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asHtml = (text: string) => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c).replace(/\n/g, '<br>');
