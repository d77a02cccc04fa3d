import type { Triage } from '../../backend/contract/triage.ts';
import { Bones } from '../ui/Bones.tsx';
import { DraftWaiting } from './DraftWaiting.tsx';
import { needsCare } from './needs-care.ts';

/** A line and its bar, and two small lines, in pixels. */
export const PROMISE = 23;
export const NOTE = 36;

/** The room of what the second tier begins with, so that nothing moves when it comes. */
export const BackgroundWaiting = ({ triage }: { triage: Triage }) => {
  const { routing, sla } = triage;
  const care = needsCare(triage) ? [NOTE] : [];
  return (
    <>
      {routing && <Bones heights={[...care, PROMISE, ...(sla?.resolution ? [PROMISE] : [])]} />}
      <DraftWaiting />
    </>
  );
};
