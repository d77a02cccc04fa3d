import { describe, expect, it } from 'vitest';
import { unassignedSchema } from '../contract/triage.ts';
import { aTriage } from '../test/ticket.ts';
import { sayAgent } from './say-agent.ts';
import { writeNote } from './write-note.ts';

const behind = (...reasons: ('away' | 'busier')[]) =>
  reasons.map((reason, index) => ({ agentId: String(index), reason }));

describe('what the note says of the agent', () => {
  it('names them, with what they have and before whom', () => {
    const assignee = {
      agentId: '7',
      name: 'Ana Silva',
      open: 3,
      seenThere: true,
      passedOver: behind('away', 'busier', 'away'),
    };
    const line = 'Agent: Ana Silva (3 open), before 1 with more to do, 2 away';
    expect(sayAgent({ assignee, unassigned: null })).toBe(line);
    expect(writeNote(aTriage({ assignee }))).toContain(`\n\n${line}\n\n`);
    expect(
      sayAgent({ assignee: { ...assignee, name: null, seenThere: false, passedOver: [] }, unassigned: null }),
    ).toBe('Agent: 7 (3 open, the helpdesk does not tell whether they are there)');
  });

  it('says why there is none, and nothing where agents are not asked for', () => {
    const lines = unassignedSchema.options.map((unassigned) => sayAgent({ assignee: null, unassigned }));
    expect(new Set(lines).size).toBe(unassignedSchema.options.length);
    for (const line of lines) expect(line).toMatch(/^Agent: none, \w/);
    expect(writeNote(aTriage())).not.toContain('Agent:');
  });
});
