import type { Source } from '../../backend/contract/triage.ts';
import { Cited } from '../ui/cited.tsx';
import { Link } from '../ui/Link.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Pointing } from './usePointing.ts';

const HOUR = 3_600_000;

type Props = {
  source: Source;
  used: boolean;
  /** The customer's language: a source in another one says so. */
  language: string;
  pointing: Pointing;
  onOpen: (ticketId: string) => void;
};

export function SourceItem({ source, used, language, pointing, onOpen }: Props) {
  const { t, duration, percent, month, languageName } = useWords();
  const { id, kind, score, gold, copies, standing, resolutionHours, resolvedAt, resolution } = source;
  const { pointed, point, numberOf } = pointing;
  const here = used ? () => point({ sourceId: id, quote: null }) : undefined;
  const away = used ? () => point(null) : undefined;
  const facts = [
    kind === 'article' && t('why.article'),
    t('why.match', { share: percent(score) }),
    gold && t('why.gold'),
    standing !== 'current' && t(`why.${standing}`),
    source.language !== language && languageName(source.language),
    copies > 1 && t('why.copies', { count: copies }),
    kind === 'ticket' && resolvedAt !== null && t('why.solvedIn', { month: month(resolvedAt) }),
    resolutionHours !== null && t('why.solved', { time: duration(resolutionHours * HOUR) }),
    used && t('why.used'),
  ].filter(Boolean);
  return (
    <Cited $pointed={pointed?.sourceId === id} onMouseEnter={here} onMouseLeave={away} onFocus={here} onBlur={away}>
      <SourceTitle source={source} number={numberOf(id)} onOpen={onOpen} />
      <Small>{facts.join(' · ')}</Small>
      {resolution && (
        <Small>
          {t('why.resolution')} <bdi>{resolution}</bdi>
        </Small>
      )}
    </Cited>
  );
}

type TitleProps = { source: Source; number: number | null; onOpen: (ticketId: string) => void };

function SourceTitle({ source: { ticketId, title, url }, number, onOpen }: TitleProps) {
  const { t } = useWords();
  const text = ticketId === null ? title : t('why.ticket', { id: ticketId, title });
  const name = <bdi>{text}</bdi>;
  return (
    <div style={{ display: 'flex', gap: 4 }}>
      <span style={{ flex: 'none' }}>{number}.</span>
      {ticketId !== null ? (
        <LinkButton onClick={() => onOpen(ticketId)}>{name}</LinkButton>
      ) : url === null ? (
        name
      ) : (
        <Link href={url}>{name}</Link>
      )}
    </div>
  );
}
