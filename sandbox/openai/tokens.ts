import ranks from 'gpt-tokenizer/bpeRanks/o200k_base';
import { decode as decodeCl100k, encode as encodeCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as encodeO200k } from 'gpt-tokenizer/encoding/o200k_base';

/** Text that looks like a special token is plain text here, as it is in the API. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };
/** The tokenizer is quadratic in the length of a run without breaks, so long text goes to it in pieces that end before a space. */
const PIECE = /[\s\S]{1,2000}(?=\s|$)|[\s\S]{1,2000}/gu;
const encoder = new TextEncoder();

type Encode = (text: string, options: typeof AS_TEXT) => number[];

function inPieces(text: string, encode: Encode): number[] {
  return (text.match(PIECE) ?? []).flatMap((piece) => encode(piece, AS_TEXT));
}

/** Tokens of a chat text, each as its bytes. */
export function chatTokens(text: string): Uint8Array[] {
  return inPieces(text, encodeO200k).map((id) => {
    const rank = ranks[id] ?? '';
    return typeof rank === 'string' ? encoder.encode(rank) : Uint8Array.from(rank);
  });
}

export const countChatTokens = (text: string): number => inPieces(text, encodeO200k).length;
export const countEmbeddingTokens = (text: string): number => inPieces(text, encodeCl100k).length;
export const embeddingTokensToText = (tokens: number[]): string => decodeCl100k(tokens);

/** The text of some leading tokens; a character that was cut in two is left out. */
export function textOf(tokens: Uint8Array[]): string {
  const decoder = new TextDecoder();
  return tokens.map((token) => decoder.decode(token, { stream: true })).join('');
}
