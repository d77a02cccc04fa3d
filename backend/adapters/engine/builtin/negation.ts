import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BEFORE = words(
  "not no never without cannot cant dont didnt doesnt isnt wasnt wont wouldnt couldnt neither nor hardly sin nunca jamas tampoco ni pas sans jamais aucun aucune ne nicht kein keine keinen keinem keiner keines ohne nie niemals keineswegs nao sem nem ain't",
);
const AFTER = words('ない なく なかっ なけれ ん ませ ず');
const CONTRAST = words('but however although though aber sondern jedoch pero sino aunque mais mas porem cependant');
/** "no" is "in the" where one of these is used. */
const PORTUGUESE = words('nao uma meu minha ao pelo pela em voces');
const REACH = 3;
const REACH_BACK = 2;
const STOP = /[.,;:!?。、！？\n]/u;

/** For each token, whether a "not" before it (after it, in Japanese) takes it back. */
export function findNegated(text: string, tokens: readonly Token[]): Uint8Array {
  const negated = new Uint8Array(tokens.length);
  const portuguese = tokens.some((token) => PORTUGUESE.has(token.text));
  tokens.forEach((token, index) => {
    if (token.text === 'no' && portuguese) return;
    if (isNegator(token)) mark(negated, text, tokens, index, 1);
    else if (AFTER.has(token.text)) mark(negated, text, tokens, index, -1);
  });
  return negated;
}

const isNegator = ({ text }: Token): boolean => BEFORE.has(text) || text.endsWith("n't") || text.startsWith("n'");

function mark(negated: Uint8Array, text: string, tokens: readonly Token[], from: number, step: 1 | -1): void {
  const reach = step === 1 ? REACH : REACH_BACK;
  for (let distance = 1; distance <= reach; distance++) {
    const token = tokens[from + distance * step];
    const last = tokens[from + (distance - 1) * step];
    if (!token || !last || CONTRAST.has(token.text)) return;
    const between = step === 1 ? text.slice(last.end, token.start) : text.slice(token.end, last.start);
    if (STOP.test(between)) return;
    negated[from + distance * step] = 1;
  }
}
