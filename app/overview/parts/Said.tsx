import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { ToastPlace } from '../../ui/page/SaveShelf.tsx';

const Context = createContext<(text: string) => void>(() => {});

/** Says that something was done: shown for a while, read aloud once. */
export const useSay = () => useContext(Context);

const SHOWN_MS = 6_000;

export function SaidProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ text: string } | null>(null);
  const [say] = useState(() => (text: string) => setSaid({ text }));
  useEffect(() => {
    if (!said) return;
    const end = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(end);
  }, [said]);
  return (
    <Context.Provider value={say}>
      {children}
      <ToastPlace role="status">{said && <Notice tone="success" title={said.text} />}</ToastPlace>
    </Context.Provider>
  );
}
