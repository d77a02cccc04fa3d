import { useEffect, useState } from 'react';
import type { Frame } from '../zaf/frame.ts';
import type { OpenBackend } from './enter.ts';
import { type Desk, readDesk } from './read-desk.ts';

export type { Desk };

export function useSettings(frame: Frame, backend: OpenBackend): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(backend.opening?.known?.desk ?? null);
  useEffect(() => {
    let current = true;
    void (backend.opening?.desk ?? readDesk(frame, backend)).then((read) => current && setDesk(read));
    return () => {
      current = false;
    };
  }, [frame, backend]);
  return desk;
}
