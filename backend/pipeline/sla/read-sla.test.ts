import { describe, expect, it } from 'vitest';
import { type Schedule, WEEKDAYS } from '../../contract/schedules.ts';
import type { FieldChange, Ticket } from '../../ports/ticket.ts';
import { aComment, aTicket } from '../../test/ticket.ts';
import { readSla, type SlaInput } from './read-sla.ts';

const slaOf = (input: SlaInput) => readSla(input).sla;

const office: Schedule = {
  timeZone: 'Europe/London',
  hours: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
};
/** Monday, 10:00 in London's winter. */
const CREATED = '2026-01-05T10:00:00Z';
const reply = (createdAt: string, over = {}) =>
  aComment({ id: '2', authorId: '5', fromCustomer: false, createdAt, ...over });
const became = (to: string, at: string): FieldChange => ({ at, by: 'agent', field: 'status', from: null, to });

type Given = { ticket?: Partial<Ticket>; history?: FieldChange[]; now?: string; resolutionHours?: number | null };
const given = ({ ticket = {}, history = [], now = CREATED, resolutionHours = 16 }: Given) => ({
  routing: { slaHours: 4, resolutionHours },
  schedule: office,
  ticket: aTicket({ createdAt: CREATED, updatedAt: CREATED, status: 'new', ...ticket }),
  history,
  ownUserId: '99',
  now: new Date(now),
});
const opened = became('new', CREATED);

describe('the first reply', () => {
  it('is due on the clock of the team', () => {
    expect(slaOf(given({})).firstReply).toEqual({
      hours: 4,
      dueAt: '2026-01-05T14:00:00.000Z',
      pausedSince: null,
      metAt: null,
    });
  });

  it('does not pause while the ticket is pending', () => {
    const history = [opened, became('pending', '2026-01-05T11:00:00Z')];
    const { firstReply } = slaOf(given({ ticket: { status: 'pending' }, history, now: '2026-01-06T10:00:00Z' }));
    expect(firstReply).toMatchObject({ dueAt: '2026-01-05T14:00:00.000Z', pausedSince: null, metAt: null });
  });

  it.each<[string, Partial<Ticket>, string | null]>([
    [
      'an agent’s public comment',
      { comments: [aComment(), reply('2026-01-05T12:30:00Z')] },
      '2026-01-05T12:30:00.000Z',
    ],
    ['no private note', { comments: [aComment(), reply('2026-01-05T12:30:00Z', { public: false })] }, null],
    ['no comment of ours', { comments: [aComment(), reply('2026-01-05T12:30:00Z', { authorId: '99' })] }, null],
    ['no second mail of the customer', { comments: [aComment(), aComment({ id: '2' })] }, null],
    ['not the words by which an agent opened the ticket', { comments: [reply(CREATED)] }, null],
    [
      'the first of several',
      { comments: [aComment(), reply('2026-01-05T12:30:00Z'), reply('2026-01-05T13:00:00Z', { id: '3' })] },
      '2026-01-05T12:30:00.000Z',
    ],
  ])('is met by %s', (_, ticket, metAt) => {
    expect(slaOf(given({ ticket })).firstReply.metAt).toBe(metAt);
  });

  it('is not waited for when the ticket was solved without one, and is again when it is opened', () => {
    const history = [opened, became('solved', '2026-01-05T11:00:00Z')];
    expect(slaOf(given({ ticket: { status: 'solved' }, history })).firstReply.metAt).toBe('2026-01-05T11:00:00.000Z');
    const again = [...history, became('open', '2026-01-05T12:00:00Z')];
    expect(slaOf(given({ ticket: { status: 'open' }, history: again })).firstReply.metAt).toBeNull();
  });
});

describe('the resolution', () => {
  const resolution = (input: Given) => slaOf(given(input)).resolution;

  it('is promised only where the rules say hours', () => {
    expect(resolution({ resolutionHours: null })).toBeNull();
    expect(resolution({})).toMatchObject({ hours: 16, dueAt: '2026-01-07T10:00:00.000Z' });
  });

  it('rests while pending and tells when it would be due if it went on now', () => {
    const history = [opened, became('pending', '2026-01-05T12:00:00Z')];
    expect(resolution({ ticket: { status: 'pending' }, history, now: '2026-01-06T11:00:00Z' })).toEqual({
      hours: 16,
      // Five open hours of Monday and two of Tuesday are given back.
      dueAt: '2026-01-07T17:00:00.000Z',
      pausedSince: '2026-01-05T12:00:00.000Z',
      metAt: null,
    });
  });

  it('gives back every pause, and runs on while on hold', () => {
    const history = [
      opened,
      became('pending', '2026-01-05T12:00:00Z'),
      became('open', '2026-01-05T13:00:00Z'),
      became('hold', '2026-01-05T14:00:00Z'),
      became('pending', '2026-01-05T16:00:00Z'),
      became('open', '2026-01-05T16:30:00Z'),
    ];
    expect(resolution({ ticket: { status: 'open' }, history })).toMatchObject({
      dueAt: '2026-01-07T11:30:00.000Z',
      pausedSince: null,
    });
  });

  it('is met when solved, stays so when closed, and keeps the due time that held', () => {
    const history = [
      opened,
      became('pending', '2026-01-05T12:00:00Z'),
      became('open', '2026-01-05T13:00:00Z'),
      became('solved', '2026-01-06T10:00:00Z'),
      became('closed', '2026-01-10T10:00:00Z'),
    ];
    expect(resolution({ ticket: { status: 'closed' }, history, now: '2026-01-20T10:00:00Z' })).toEqual({
      hours: 16,
      dueAt: '2026-01-07T11:00:00.000Z',
      pausedSince: null,
      metAt: '2026-01-06T10:00:00.000Z',
    });
  });

  it('runs on when opened again, without the time in which it was solved', () => {
    const history = [opened, became('solved', '2026-01-05T12:00:00Z'), became('open', '2026-01-06T12:00:00Z')];
    expect(resolution({ ticket: { status: 'open' }, history })).toMatchObject({
      metAt: null,
      dueAt: '2026-01-08T10:00:00.000Z',
    });
  });

  it('does not mind in which order the history comes', () => {
    const history = [became('open', '2026-01-05T13:00:00Z'), opened, became('pending', '2026-01-05T12:00:00Z')];
    expect(resolution({ ticket: { status: 'open' }, history })?.dueAt).toBe('2026-01-07T11:00:00.000Z');
  });

  it('believes the ticket where the history is behind it', () => {
    const ticket = { status: 'pending', updatedAt: '2026-01-05T12:00:00Z' };
    expect(resolution({ ticket, history: [opened], now: '2026-01-05T13:00:00Z' })).toMatchObject({
      pausedSince: '2026-01-05T12:00:00.000Z',
      dueAt: '2026-01-07T11:00:00.000Z',
    });
  });
});

describe('a warning', () => {
  const answered = { status: 'open', comments: [aComment(), reply('2026-01-05T10:30:00Z')] };
  const pending = [opened, became('pending', '2026-01-05T12:00:00Z')];
  it.each<[string, Given, string, string | null]>([
    ['nothing at first', {}, 'kept', '2026-01-05T13:12:00.000Z'],
    ['at risk after 80 % of the open hours', { now: '2026-01-05T13:12:00Z' }, 'at_risk', '2026-01-05T14:00:00.000Z'],
    ['breached at the due time', { now: '2026-01-05T14:00:00Z' }, 'breached', '2026-01-06T14:48:00.000Z'],
    [
      'the resolution after the reply',
      { ticket: answered, now: '2026-01-05T14:00:00Z' },
      'kept',
      '2026-01-06T14:48:00.000Z',
    ],
    [
      'nothing while paused',
      { ticket: { ...answered, status: 'pending' }, history: pending, now: '2026-01-20T12:00:00Z' },
      'kept',
      null,
    ],
    [
      'what was late before a pause',
      {
        ticket: { ...answered, status: 'pending' },
        history: [opened, became('pending', '2026-01-08T12:00:00Z')],
        now: '2026-01-20T12:00:00Z',
      },
      'breached',
      null,
    ],
    [
      'nothing once solved',
      {
        ticket: { ...answered, status: 'solved' },
        history: [opened, became('solved', '2026-01-20T12:00:00Z')],
        now: '2026-01-21T12:00:00Z',
      },
      'kept',
      null,
    ],
  ])('says %s', (_, input, standing, lookAt) => {
    const reading = readSla(given(input));
    expect([reading.standing, reading.lookAt?.toISOString() ?? null]).toEqual([standing, lookAt]);
  });
});
