import { useCallback, useEffect, useRef, useState } from 'react';
import type { Triage } from '../../backend/contract/triage.ts';
import type { Frame } from '../zaf/frame.ts';
import { loadTicket, TICKET_EVENTS } from '../zaf/load-ticket.ts';
import { ZafError } from '../zaf/zaf-error.ts';
import { ApiError } from './api-error.ts';
import type { Clock } from './clock.ts';
import { customerText, isAnswered } from './customer-text.ts';
import type { Known, OpenBackend } from './enter.ts';
import { followTriage, isFinal } from './follow-triage.ts';

export type TriageState = {
  triage: Triage | null;
  loading: boolean;
  error: ApiError | null;
  /** An agent has answered the customer in public. */
  answered: boolean;
};

const START: TriageState = { triage: null, loading: true, error: null, answered: false };

const startWith = ({ ticket, triage }: Known): TriageState => ({
  ...START,
  triage,
  loading: !isFinal(triage),
  answered: isAnswered(ticket),
});

/** The triage of the open ticket, growing as the backend works; `stale` once the customer has written more. */
export function useTriage(frame: Frame, backend: OpenBackend, clock: Clock) {
  const known = backend.opening?.known;
  const [state, setState] = useState(known ? startWith(known) : START);
  const [stale, setStale] = useState(false);
  const run = useRef(0);
  const seen = useRef<Seen>({ text: known ? customerText(known.ticket) : null, missed: false, checking: false });
  const opening = useRef(backend.opening);
  const check = useCallback(() => void checkCustomer(frame, seen.current, () => setStale(true)), [frame]);

  const read = useCallback(
    async (force: boolean) => {
      run.current += 1;
      const mine = run.current;
      const show = (part: Partial<TriageState>) => mine === run.current && setState((old) => ({ ...old, ...part }));
      const ahead = opening.current;
      opening.current = null;
      if (!ahead?.known) show({ loading: true, error: null });
      try {
        const ticket = await (ahead?.ticket ?? loadTicket(frame));
        seen.current.text = customerText(ticket);
        if (seen.current.missed) check();
        show({ answered: isAnswered(ticket) });
        const first = await (ahead?.triage ?? backend.requestTriage(ticket, force));
        for await (const triage of followTriage(backend, first, clock)) {
          if (mine !== run.current) return;
          if (isTelling(triage)) setStale(false);
          setState((old) => (old.triage && !isTelling(triage) ? old : { ...old, triage }));
        }
        show({ loading: false });
      } catch (failure) {
        show({ loading: false, error: asApiError(failure) });
      }
    },
    [frame, backend, clock, check],
  );

  useEffect(() => {
    void read(false);
    return () => {
      run.current += 1;
    };
  }, [read]);

  useEffect(() => {
    const off = frame.on(TICKET_EVENTS, check);
    if (backend.opening?.changes.stop()) check();
    return off;
  }, [frame, backend, check]);

  return { ...state, stale, read };
}

/** An older triage stays on screen until the new one has something to say. */
const isTelling = (triage: Triage) => triage.classification !== null || isFinal(triage);

type Seen = { text: string | null; missed: boolean; checking: boolean };

/** A ticket that is still being read is looked at again afterwards. */
async function checkCustomer(frame: Frame, seen: Seen, changed: () => void): Promise<void> {
  if (seen.text === null) seen.missed = true;
  if (seen.text === null || seen.checking) return;
  Object.assign(seen, { missed: false, checking: true });
  const text = await loadTicket(frame).then(customerText, () => seen.text);
  seen.checking = false;
  if (text !== seen.text) changed();
}

function asApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  if (failure instanceof ZafError && [403, 404].includes(failure.status))
    return new ApiError('no_access', failure.message);
  return new ApiError('unreachable', failure instanceof Error ? failure.message : 'unknown');
}
