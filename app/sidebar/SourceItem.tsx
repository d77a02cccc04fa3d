import type { Source } from '../../backend/contract/triage.ts';
import { Link } from '../ui/Link.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

const HOUR = 3_600_000;

type Props = { source: Source; used: boolean; onOpen: (ticketId: string) => void };

export function SourceItem({ source, used, onOpen }: Props) {
  const { t, duration, percent } = useWords();
  const facts = [
    source.kind === 'article' && t('why.article'),
    t('why.match', { share: percent(source.score) }),
    source.gold && t('why.gold'),
    source.resolutionHours !== null && t('why.solved', { time: duration(source.resolutionHours * HOUR) }),
    used && t('why.used'),
  ].filter(Boolean);
  return (
    <div>
      <SourceTitle source={source} onOpen={onOpen} />
      <Small>{facts.join(' · ')}</Small>
    </div>
  );
}

function SourceTitle({ source, onOpen }: Omit<Props, 'used'>) {
  const { t } = useWords();
  const { ticketId, title, url } = source;
  if (ticketId !== null)
    return (
      <LinkButton onClick={() => onOpen(ticketId)}>
        <bdi>{t('why.ticket', { id: ticketId, title })}</bdi>
      </LinkButton>
    );
  return url === null ? <bdi>{title}</bdi> : <Link href={url}>{<bdi>{title}</bdi>}</Link>;
}
