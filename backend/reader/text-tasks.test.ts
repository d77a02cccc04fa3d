import { describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import { aComment, aTicket } from '../test/ticket.ts';
import { createTextTasks } from './text-tasks.ts';

const tasks = createTextTasks(createMasker());
const policy = { keep: [], regions: ['DE'] };

describe('a ticket as it is taken in', () => {
  it('gives places in what the helpdesk holds', async () => {
    const text = 'It fails again.\n\nOn Mon, 4 Apr 2022 at 15:59, Bob <bob@shop.example> wrote:\n> Try this.';
    const { parts, language } = await tasks.ingest(aTicket({ comments: [aComment({ text })] }));
    const quote = parts.find(({ kind }) => kind === 'quote');
    expect(text.slice(quote?.start, quote?.end)).toContain('> Try this.');
    expect(language).toBe('en');
  });

  it('reads a raw mail, also where the helpdesk made HTML of it, and gives no places in what nobody sees', async () => {
    const raw = [
      'Message-ID: <a@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable\n\nDie Rechnung f=C3=BCr M=C3=A4rz fehlt.\n\n-- \nAda Quill',
    ].join('\n');
    for (const html of [null, `<p>${raw.replaceAll('<', '&lt;')}</p>`]) {
      const { text, parts } = await tasks.ingest(aTicket({ comments: [aComment({ text: raw, html })] }));
      expect(text).toBe('Die Rechnung für März fehlt.');
      expect(parts).toEqual([]);
    }
  });
});

describe('a solved ticket as knowledge', () => {
  it("holds no other customer's name, organisation or ids of the account's countries", async () => {
    const answer = `Dear Ada Quill of Acme Robotics, your tax id 86095742719 is stored. ${'Open Settings and press Save. '.repeat(5)}`;
    const ticket = aTicket({
      organisations: ['Acme Robotics GmbH'],
      comments: [aComment(), aComment({ id: '2', fromCustomer: false, text: answer })],
    });
    const labels = { category: null, urgency: null, sentiment: null, satisfaction: null };
    const solved = { ticket, ...labels, solvedAt: '', resolutionHours: 1, reopens: null, resolution: null };
    const read = await tasks.readSolvedTicket({ solved, policy });
    expect(read.ok && read.item.answer).toMatch(/^Dear \[NAME\] of \[ORG\], your tax id \[ID\] is stored\./);
  });

  const LONG = `Open Settings, choose Billing and press Save. ${'Then reload the page and look again. '.repeat(4)}`;
  const answeredBy = async (...replies: string[]) => {
    const said = replies.map((text, at) => aComment({ id: `${at + 2}`, fromCustomer: false, text }));
    const ticket = aTicket({ comments: [aComment(), ...said] });
    const labels = { category: null, urgency: null, sentiment: null, satisfaction: null };
    const solved = { ticket, ...labels, solvedAt: '', resolutionHours: 1, reopens: null, resolution: null };
    return tasks.readSolvedTicket({ solved, policy });
  };

  it('takes the last reply that says something, whatever courtesy follows it', async () => {
    const read = await answeredBy('Thank you, we are looking into it.', LONG, "You're welcome, have a nice day!");
    expect(read.ok && read.item.answer).toContain('press Save');
    expect(await answeredBy('Thank you.', "You're welcome!")).toMatchObject({ ok: false, reason: 'too_short' });
  });

  it('is none when a later reply says that it was solved elsewhere', async () => {
    expect(await answeredBy(LONG, 'Solved by phone.')).toMatchObject({ ok: false, reason: 'solved_elsewhere' });
  });
});
