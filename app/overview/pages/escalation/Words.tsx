import type { ReactNode } from 'react';
import {
  type EscalationRules,
  PHRASE_LANGUAGES,
  type PhraseLanguage,
  RULES,
  type Rule,
} from '../../../../backend/contract/escalation-rules.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemoveButton } from '../../../ui/form/RemoveButton.tsx';
import { SelectRow, TextRow } from '../../../ui/form/rows.tsx';
import { Removable } from '../../../ui/page/Card.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Grid, Section, Stack } from '../../../ui/page/Section.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useEscalation } from './useEscalation.ts';

const MOST = 200;
const MOST_LETTERS = 120;
const ANY = '';

/** Words of the account that are a signal. */
export function OwnPhrases() {
  const { t, language } = usePageWords();
  const { escalation, faultAt, change } = useEscalation();
  const { phrases } = escalation;
  type Phrase = EscalationRules['phrases'][number];
  const put = (at: number, phrase: Phrase) => change({ phrases: phrases.with(at, phrase) });
  const languages = [
    { value: ANY, label: t('escalation.anyLanguage') },
    ...PHRASE_LANGUAGES.map((code) => ({ value: code, label: language(code) })),
  ];
  return (
    <Entries
      title={t('escalation.phrases')}
      text={t('escalation.phrasesText')}
      add={t('escalation.addPhrase')}
      empty={{ title: t('escalation.noPhrases'), text: t('escalation.noPhrasesText') }}
      count={phrases.length}
      onAdd={() => change({ phrases: [...phrases, { rule: 'cancel_threat', text: '' }] })}
    >
      {phrases.map((phrase, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text changes while it is typed
        <Removable key={at}>
          <Grid $width={200}>
            <WordsRow
              value={phrase.text}
              error={faultAt(`phrases.${at}`)}
              onChange={(text) => put(at, { ...phrase, text })}
            />
            <RuleRow value={phrase.rule} onChange={(rule) => put(at, { ...phrase, rule: rule || phrase.rule })} />
            <SelectRow
              label={t('escalation.language')}
              value={phrase.language ?? ANY}
              options={languages}
              onChange={(code) => put(at, inLanguage(phrase, code))}
            />
          </Grid>
          <RemoveButton
            label={t('escalation.removeOne', { text: phrase.text })}
            onClick={() => change({ phrases: phrases.toSpliced(at, 1) })}
          />
        </Removable>
      ))}
    </Entries>
  );
}

const inLanguage = ({ rule, text }: { rule: Rule; text: string }, code: string) => {
  const language = PHRASE_LANGUAGES.find((known): known is PhraseLanguage => known === code);
  return { rule, text, ...(language && { language }) };
};

/** Words in which the account hears no signal. */
export function OwnExceptions() {
  const { t } = usePageWords();
  const { escalation, faultAt, change } = useEscalation();
  const { notSignals } = escalation;
  const put = (at: number, text: string, rule: Rule | '' | undefined) =>
    change({ notSignals: notSignals.with(at, { ...(rule && { rule }), text }) });
  return (
    <Entries
      title={t('escalation.exceptions')}
      text={t('escalation.exceptionsText')}
      add={t('escalation.addException')}
      empty={{ title: t('escalation.noExceptions'), text: t('escalation.noExceptionsText') }}
      count={notSignals.length}
      onAdd={() => change({ notSignals: [...notSignals, { text: '' }] })}
    >
      {notSignals.map(({ text, rule }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text changes while it is typed
        <Removable key={at}>
          <Grid $width={200}>
            <WordsRow value={text} error={faultAt(`notSignals.${at}`)} onChange={(next) => put(at, next, rule)} />
            <RuleRow any={t('escalation.anySignal')} value={rule ?? ANY} onChange={(next) => put(at, text, next)} />
          </Grid>
          <RemoveButton
            label={t('escalation.removeOne', { text })}
            onClick={() => change({ notSignals: notSignals.toSpliced(at, 1) })}
          />
        </Removable>
      ))}
    </Entries>
  );
}

type EntriesProps = {
  title: string;
  text: string;
  /** On the button. */
  add: string;
  empty: { title: string; text: string };
  count: number;
  onAdd(): void;
  children: ReactNode;
};

function Entries({ title, text, add, empty, count, onAdd, children }: EntriesProps) {
  const button = (
    <Button disabled={count >= MOST} onClick={onAdd}>
      {add}
    </Button>
  );
  return (
    <Section title={title} text={text} actions={button}>
      {count === 0 ? <EmptyState {...empty} /> : <Stack>{children}</Stack>}
    </Section>
  );
}

type WordsRowProps = { value: string; error: string | undefined; onChange(value: string): void };
function WordsRow(props: WordsRowProps) {
  const { t } = usePageWords();
  return <TextRow label={t('escalation.words')} maxLength={MOST_LETTERS} {...props} />;
}

type RuleRowProps = { any?: string; value: Rule | ''; onChange(rule: Rule | ''): void };
function RuleRow({ any, value, onChange }: RuleRowProps) {
  const { t, name } = usePageWords();
  const options = [
    ...(any === undefined ? [] : [{ value: ANY as Rule | '', label: any }]),
    ...RULES.map((rule) => ({ value: rule, label: name('escalation.rule', rule) })),
  ];
  return <SelectRow<Rule | ''> label={t('escalation.signal')} value={value} options={options} onChange={onChange} />;
}
