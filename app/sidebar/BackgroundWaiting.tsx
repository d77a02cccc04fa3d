import type { Triage } from '../../backend/contract/triage.ts';
import { Bones } from '../ui/Bones.tsx';
import { DraftWaiting } from './DraftWaiting.tsx';

/** A line and its bar, in pixels. */
export const PROMISE = 23;

/** The room of what the second tier begins with, so that nothing moves when it comes. */
export const BackgroundWaiting = ({ triage: { routing, sla } }: { triage: Triage }) => (
  <>
    {routing && <Bones heights={sla?.resolution ? [PROMISE, PROMISE] : [PROMISE]} />}
    <DraftWaiting />
  </>
);
