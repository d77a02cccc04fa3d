import { useEffect, useMemo, useRef, useState } from 'react';
import { backendOver } from './api/client.ts';
import { type Clock, systemClock } from './api/clock.ts';
import { Loading } from './sidebar/Loading.tsx';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { Blank } from './ui/Blank.tsx';
import { Look } from './ui/Look.tsx';
import { useWords, WordsProvider } from './ui/Words.tsx';
import type { Frame } from './zaf/frame.ts';
import { keepSized } from './zaf/keep-sized.ts';
import { type Agent, readAgent } from './zaf/read-agent.ts';
import { useColorScheme } from './zaf/useColorScheme.ts';

type Place = { state: 'connecting' | 'outside' | 'lost' } | { state: 'inside'; frame: Frame; agent: Agent };
type Props = { connection: Promise<Frame | null>; clock?: Clock };

export function App({ connection, clock = systemClock }: Props) {
  const place = usePlace(connection);
  const frame = place.state === 'inside' ? place.frame : null;
  const scheme = useColorScheme(frame);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => (frame && content.current ? keepSized(frame, content.current) : undefined), [frame]);
  return (
    <WordsProvider locale={place.state === 'inside' ? place.agent.locale : 'en'}>
      <Look scheme={scheme}>
        <div ref={content}>
          {place.state === 'inside' ? <Inside {...place} clock={clock} /> : <Waiting state={place.state} />}
        </div>
      </Look>
    </WordsProvider>
  );
}

function Inside({ frame, agent, clock }: { frame: Frame; agent: Agent; clock: Clock }) {
  const { t } = useWords();
  const url = frame.settings.backend_url;
  const backend = useMemo(
    () => (typeof url === 'string' && URL.canParse(url) ? backendOver(frame, url, agent.id) : null),
    [frame, url, agent],
  );
  if (!backend) return <Blank icon="plug" title={t('state.unconfiguredTitle')} text={t('state.unconfiguredText')} />;
  if (!frame.ticketId) return <Blank icon="empty" title={t('skipped.title')} text={t('skipped.empty')} />;
  return <Sidebar frame={frame} backend={backend} agentId={agent.id} clock={clock} />;
}

function Waiting({ state }: { state: 'connecting' | 'outside' | 'lost' }) {
  const { t } = useWords();
  if (state === 'connecting') return <Loading label="state.connecting" />;
  return <Blank icon="plug" title={t(`state.${state}Title`)} text={t(`state.${state}Text`)} />;
}

function usePlace(connection: Promise<Frame | null>): Place {
  const [place, setPlace] = useState<Place>({ state: 'connecting' });
  useEffect(() => {
    let current = true;
    const settle = async () => {
      const frame = await connection;
      const found: Place = frame ? { state: 'inside', frame, agent: await readAgent(frame) } : { state: 'outside' };
      if (current) setPlace(found);
    };
    settle().catch(() => current && setPlace({ state: 'lost' }));
    return () => {
      current = false;
    };
  }, [connection]);
  return place;
}
