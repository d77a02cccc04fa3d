import { shuffle } from '../random.ts';
import type { CleanKind, Key, PlantedKind, Said, Scenario } from './scenario.ts';

export type Sentence = {
  kind: CleanKind | PlantedKind;
  planted: boolean;
  text: string;
  source: Key | null;
  quote: string | null;
};

/** A draft as a model may have written it: one sentence that nothing supports, or none, among sentences that hold. */
export type Composed = { language: string; scenario: Scenario; sentences: Sentence[] };

const BESIDE = 3;

/** A text for each way to fill in its `{this|that}`. */
export function variants(text: string): string[] {
  const [, before = '', choices = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/s.exec(text) ?? [];
  return choices === '' ? [text] : choices.split('|').map((choice) => before + choice + after);
}

const toSentence = (said: Said<CleanKind | PlantedKind>, planted: boolean, text: string = said[1]): Sentence => ({
  kind: said[0],
  planted,
  text,
  source: said[2] ?? null,
  quote: said[3] ?? null,
});

/** A draft for each planted sentence, and for each sentence that holds one more in which all of them do. */
export function composeDrafts({ language, scenario }: Omit<Composed, 'sentences'>, random: () => number): Composed[] {
  const clean = scenario.clean.map((said) => toSentence(said, false));
  const planted = scenario.planted.flatMap((said) => variants(said[1]).map((text) => toSentence(said, true, text)));
  const beside = (but: Sentence | null): Sentence[] => {
    const others = shuffle(clean, random).filter((sentence) => sentence !== but);
    // A letter with nothing but questions and courtesies is no answer, and is judged as one.
    const [anchor] = others.filter(({ source }) => source === 'a');
    return anchor ? [anchor, ...others.filter((sentence) => sentence !== anchor)].slice(0, BESIDE) : [];
  };
  return [...planted, ...clean].map((sentence) => ({
    language,
    scenario,
    sentences: shuffle([sentence, ...beside(sentence)], random),
  }));
}
