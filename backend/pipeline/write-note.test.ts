import { describe, expect, it } from 'vitest';
import type { Routing } from '../contract/triage.ts';
import { aTriage } from '../test/ticket.ts';
import { writeNote } from './write-note.ts';

describe('the note', () => {
  it('names whom the rules want to be kept informed', () => {
    const triage = aTriage();
    const watched = {
      ...triage,
      routing: triage.routing && { ...triage.routing, watchers: ['7', 'lead@acme.example'] },
    };
    expect(writeNote(watched)).toContain('\n\nKeep informed: 7, lead@acme.example\n\n');
    expect(writeNote(triage)).not.toContain('Keep informed');
    const { watchers, ...old } = watched.routing ?? {};
    expect(watchers).toHaveLength(2);
    expect(writeNote({ ...triage, routing: old as Routing })).not.toContain('Keep informed');
  });
});
