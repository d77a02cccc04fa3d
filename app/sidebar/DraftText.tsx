import type { Draft, DraftPart } from '../../backend/contract/triage.ts';
import { Evidence, Footnote, Prose, Sentence, Struck } from '../ui/prose.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Pointing } from './usePointing.ts';

type Props = { draft: Draft; pointing: Pointing };

/** The draft to be read: what each sentence rests on shows when it is pointed at, and what was taken out stays in its place, struck. */
export function DraftText({ draft, pointing }: Props) {
  const { t } = useWords();
  const parts =
    draft.parts.length > 0 ? draft.parts : [{ text: draft.text, sourceId: null, quote: null, struck: null }];
  const places = parts.map((part, place) => ({ part, key: `${place} ${part.text}` }));
  return (
    <>
      <Prose
        tabIndex={0}
        role="region"
        aria-label={t('draft.title')}
        lang={draft.language === 'und' ? undefined : draft.language}
        dir="auto"
      >
        {places.map(({ part, key }) => (
          <Part key={key} part={part} pointing={pointing} />
        ))}
      </Prose>
      {draft.sourceIds.length > 0 && (
        <Evidence aria-live="polite">
          <Shown pointing={pointing} hint={t('reply.leansOn', { count: draft.sourceIds.length })} />
        </Evidence>
      )}
    </>
  );
}

function Shown({ pointing: { pointed, numberOf, titleOf }, hint }: { pointing: Pointing; hint: string }) {
  const { t } = useWords();
  if (!pointed) return <>{hint}</>;
  const { sourceId, quote } = pointed;
  return (
    <>
      {numberOf(sourceId)} · <bdi>{titleOf(sourceId)}</bdi>
      {quote && (
        <>
          {' '}
          <q dir="auto">{quote}</q>
        </>
      )}
      {!quote && ` ${t('reply.marked')}`}
    </>
  );
}

function Part({ part, pointing }: { part: DraftPart; pointing: Pointing }) {
  if (part.struck) return <Taken text={part.text} reason={part.struck} />;
  const number = part.sourceId === null ? null : pointing.numberOf(part.sourceId);
  return number === null || part.sourceId === null ? (
    part.text
  ) : (
    <Leaning part={part} sourceId={part.sourceId} number={number} pointing={pointing} />
  );
}

const END = /\s*$/;

function Taken({ text, reason }: { text: string; reason: string }) {
  const { name } = useWords();
  return (
    <>
      <Struck>
        <del>{text.trimEnd()}</del> ({name('struck', reason)})
      </Struck>
      {END.exec(text)?.[0] ?? ''}
    </>
  );
}

type LeaningProps = { part: DraftPart; sourceId: string; number: number; pointing: Pointing };

/** The number is the one thing to reach by keyboard or touch; a mouse may rest anywhere on the sentence. */
function Leaning({ part: { text, quote }, sourceId, number, pointing: { pointed, point, titleOf } }: LeaningProps) {
  const { t } = useWords();
  const here = () => point({ sourceId, quote });
  const away = () => point(null);
  const mine = pointed?.sourceId === sourceId && (pointed.quote === null || pointed.quote === quote);
  return (
    <Sentence $pointed={mine} onMouseEnter={here} onMouseLeave={away}>
      {text.trimEnd()}
      <Footnote
        aria-label={t('reply.source', { number, title: titleOf(sourceId) })}
        onFocus={here}
        onBlur={away}
        onClick={here}
      >
        {number}
      </Footnote>
      {END.exec(text)?.[0] ?? ''}
    </Sentence>
  );
}
