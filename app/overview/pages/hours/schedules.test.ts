import { describe, expect, it } from 'vitest';
import { asClock, newSchedule, nextInterval, renamed, withDay, without } from './schedules.ts';

describe('business hours', () => {
  it('leave a day without hours out, and keep days in their order', () => {
    const shut = withDay(newSchedule('Europe/Berlin'), 'tue', []);
    expect(Object.keys(shut.hours)).toEqual(['mon', 'wed', 'thu', 'fri']);
    expect(Object.keys(withDay(shut, 'tue', [['10:00', '12:00']]).hours)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
  });

  it('take a time as people type it', () => {
    expect(['9:30', '12:30', '9:3', ''].map(asClock)).toEqual(['09:30', '12:30', '9:3', '']);
  });

  it('go on after the last of a day', () => {
    expect(nextInterval([])).toEqual(['09:00', '17:00']);
    expect(nextInterval([['09:00', '12:00']])).toEqual(['12:00', '24:00']);
  });

  it('never lose one to another of the same name', () => {
    const both = { office: 1, night: 2 };
    expect(renamed(both, 'office', 'night')).toEqual(both);
    expect(Object.entries(renamed(both, 'office', 'day'))).toEqual([
      ['day', 1],
      ['night', 2],
    ]);
    expect(without(both, 'office')).toEqual({ night: 2 });
  });
});
