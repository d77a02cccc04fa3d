import { useState } from 'react';
import type { Aside } from '../../backend/contract/triage.ts';
import type { ZendeskTicketInput } from '../../backend/contract/zendesk-ticket.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Small } from '../ui/layout.tsx';
import { Quoted } from '../ui/Quoted.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Frame } from '../zaf/frame.ts';
import { loadTicket } from '../zaf/load-ticket.ts';
import { cutAside } from './cut-aside.ts';

type Shown = { key: string; kind: Aside['kind']; text: string };

const cut = (place: Aside, ticket: ZendeskTicketInput): Shown => ({
  key: `${place.commentId} ${place.start}`,
  kind: place.kind,
  text: cutAside(place, ticket),
});

/** What was not taken for the customer's words. The backend keeps places only, so their text is read when somebody looks. */
export function SetAside({ places, frame }: { places: Aside[]; frame: Frame }) {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown[] | null>(null);
  const [failed, setFailed] = useState(false);
  if (places.length === 0) return null;
  const show = () =>
    loadTicket(frame).then(
      (ticket) => setShown(places.map((place) => cut(place, ticket)).filter(({ text }) => text !== '')),
      () => setFailed(true),
    );
  return (
    <Disclosure title={t('setAside.title', { count: places.length })} onToggle={() => void (shown ?? show())}>
      {shown?.map(({ key, kind, text }) => (
        <div key={key}>
          <Small>{t(`setAside.${kind}`)}</Small>
          <Quoted dir="auto">{text}</Quoted>
        </div>
      ))}
      {(failed || shown?.length === 0) && <Small>{t('setAside.gone')}</Small>}
    </Disclosure>
  );
}
