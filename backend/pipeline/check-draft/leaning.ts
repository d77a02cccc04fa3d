import type { DraftPart } from '../../contract/triage.ts';
import { plainText } from './plain-text.ts';

const ITEM = /^\s{0,4}(?:\d{1,2}[.)]|[-*•・])\s/;

/** "More on this:" leads to what follows, as do words of no source in the line before a list. */
export const isLead = ({ text, sourceId }: DraftPart, next: string): boolean =>
  /[:：]["'”»]?$/u.test(text.trim()) || (sourceId === null && /[^\n]\n[^\S\n]*$/.test(text) && ITEM.test(next));

const LEANING =
  /^(?:there,? (?:you|we|click|choose|select|open|it)|from there|in there|dort[ ,]|darin[ ,]|vous y |la,? (?:vous|on) |alli[ ,]|ahi[ ,]|la voce |ali[ ,]|そこ|その(?:ページ|画面|後))/u;

/** "There you will find …" says nothing without what stood before it. */
export const leansBack = (text: string): boolean => LEANING.test(plainText(text).trim());
