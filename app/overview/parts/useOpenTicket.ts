import { createContext, useContext } from 'react';
import type { Frame } from '../../zaf/frame.ts';

export const FrameContext = createContext<Pick<Frame, 'invoke'> | null>(null);

/** Opens a ticket in the workspace around the page; undefined outside of one. */
export function useOpenTicket(id: string): (() => void) | undefined {
  const frame = useContext(FrameContext);
  return frame ? () => void frame.invoke('routeTo', 'ticket', id).catch(() => null) : undefined;
}
