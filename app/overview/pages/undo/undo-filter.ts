import type { InputOf } from '../../api/routes.ts';

export type UndoForm = { since: string; until: string; engine: string; model: string; promptVersion: string };
export type UndoBody = Extract<InputOf<'undo'>, { body: unknown }>['body'];

export const EMPTY: UndoForm = { since: '', until: '', engine: '', model: '', promptVersion: '' };

/** What the form asks for; its moments are the reader's own, the backend's are UTC. */
export function toBody({ since, until, engine, model, promptVersion }: UndoForm, dryRun: boolean): UndoBody {
  const given = Object.entries({ engine, model, promptVersion }).flatMap(([name, typed]) =>
    typed.trim() === '' ? [] : [[name, typed.trim()]],
  );
  return {
    since: new Date(since).toISOString(),
    ...(until !== '' && { until: new Date(until).toISOString() }),
    ...Object.fromEntries(given),
    dryRun,
  };
}
