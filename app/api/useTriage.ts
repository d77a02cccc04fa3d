import { useCallback, useEffect, useRef, useState } from 'react';
import type { Triage } from '../../backend/contract/triage.ts';
import type { Frame } from '../zaf/frame.ts';
import { loadTicket } from '../zaf/load-ticket.ts';
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
  const seen = useRef(known ? customerText(known.ticket) : null);
  const opening = useRef(backend.opening);

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
        seen.current = customerText(ticket);
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
    [frame, backend, clock],
  );

  useEffect(() => {
    void read(false);
    return () => {
      run.current += 1;
    };
  }, [read]);

  useEffect(() => watchCustomer(frame, seen, () => setStale(true)), [frame]);

  return { ...state, stale, read };
}

/** An older triage stays on screen until the new one has something to say. */
const isTelling = (triage: Triage) => triage.classification !== null || isFinal(triage);

function watchCustomer(frame: Frame, seen: { current: string | null }, changed: () => void): () => void {
  let checking = false;
  const check = async () => {
    if (checking || seen.current === null) return;
    checking = true;
    const text = await loadTicket(frame).then(customerText, () => seen.current);
    checking = false;
    if (text !== seen.current) changed();
  };
  return frame.on(['ticket.conversation.changed', 'ticket.updated'], () => void check());
}

function asApiError(failure: unknown): ApiError {
  if (failure instanceof ApiError) return failure;
  if (failure instanceof ZafError && [403, 404].includes(failure.status))
    return new ApiError('no_access', failure.message);
  return new ApiError('unreachable', failure instanceof Error ? failure.message : 'unknown');
}
