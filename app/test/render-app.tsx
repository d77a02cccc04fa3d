import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../App.tsx';
import type { Clock } from '../api/clock.ts';
import { FakeZendesk } from './fake-zendesk.ts';

export const NOW = Date.parse('2026-03-02T13:18:00.000Z');

/** Waits take no time; what was waited for is kept. */
export const fastClock = (): Clock & { waits: number[] } => {
  const waits: number[] = [];
  return {
    waits,
    now: () => NOW,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
};

/** The whole app inside an agent's workspace. */
export function renderApp(prepare: (zendesk: FakeZendesk) => void = () => {}) {
  const zendesk = new FakeZendesk();
  prepare(zendesk);
  const clock = fastClock();
  const view = render(<App connection={Promise.resolve(zendesk.frame())} clock={clock} />);
  return { zendesk, clock, user: userEvent.setup(), ...view };
}

export const button = (name: RegExp | string) => screen.findByRole('button', { name });
