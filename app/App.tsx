import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Clock, systemClock } from './api/clock.ts';
import { type Entered, enter } from './api/enter.ts';
import { Loading } from './sidebar/Loading.tsx';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { Blank } from './ui/Blank.tsx';
import { Look } from './ui/Look.tsx';
import { useWords, WordsProvider } from './ui/Words.tsx';
import type { Frame } from './zaf/frame.ts';
import { keepSized } from './zaf/keep-sized.ts';
import { useColorScheme } from './zaf/useColorScheme.ts';

export type Place = { state: 'connecting' | 'outside' | 'lost' } | ({ state: 'inside'; frame: Frame } & Entered);
type Props = {
  connection: Promise<Frame | null>;
  clock?: Clock;
  /** What the connection has come to, where that is known already. */
  known?: Place;
};

const CONNECTING: Place = { state: 'connecting' };

export function App({ connection, clock = systemClock, known = CONNECTING }: Props) {
  const place = usePlace(connection, known);
  const frame = place.state === 'inside' ? place.frame : null;
  const scheme = useColorScheme(frame);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => (frame && content.current ? keepSized(frame, content.current) : undefined), [frame]);
  return (
    <WordsProvider locale={place.state === 'inside' ? place.agent.locale : 'en'}>
      <Dressed scheme={scheme}>
        <div ref={content}>
          {place.state === 'inside' ? <Inside {...place} clock={clock} /> : <Waiting state={place.state} />}
        </div>
      </Dressed>
    </WordsProvider>
  );
}

/** Garden turns its own parts around where the words run from right to left. */
const Dressed = ({ scheme, children }: { scheme: 'light' | 'dark'; children: ReactNode }) => (
  <Look scheme={scheme} rtl={useWords().rtl}>
    {children}
  </Look>
);

function Inside({ frame, agent, backend, clock }: { frame: Frame; clock: Clock } & Entered) {
  const { t } = useWords();
  if (!backend) return <Blank icon="plug" title={t('state.unconfiguredTitle')} text={t('state.unconfiguredText')} />;
  if (!frame.ticketId) return <Blank icon="empty" title={t('skipped.title')} text={t('skipped.empty')} />;
  return <Sidebar frame={frame} backend={backend} agentId={agent.id} clock={clock} />;
}

function Waiting({ state }: { state: 'connecting' | 'outside' | 'lost' }) {
  const { t } = useWords();
  if (state === 'connecting') return <Loading label="state.connecting" />;
  return <Blank icon="plug" title={t(`state.${state}Title`)} text={t(`state.${state}Text`)} />;
}

function usePlace(connection: Promise<Frame | null>, known: Place): Place {
  const [place, setPlace] = useState(known);
  useEffect(() => {
    let current = true;
    if (known.state === 'connecting') void settle(connection).then((place) => current && setPlace(place));
    return () => {
      current = false;
    };
  }, [connection, known]);
  return place;
}

/** Never rejects: that Zendesk did not answer is a place too. */
export async function settle(connection: Promise<Frame | null>): Promise<Place> {
  try {
    const frame = await connection;
    return frame ? { state: 'inside', frame, ...(await enter(frame)) } : { state: 'outside' };
  } catch {
    return { state: 'lost' };
  }
}
