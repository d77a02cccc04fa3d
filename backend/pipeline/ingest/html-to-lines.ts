import { Tokenizer } from 'htmlparser2';
import { BLOCKS, CELLS, classifyElement, PARAGRAPHS, SELF_ENDING, VOIDS } from './html-elements.ts';
import { type AsideKind, isBlank, type Line } from './line.ts';

const MAX_DEPTH = 256;
/** Lines of a "Bob wrote:" above the quote; a message that is itself not in a blockquote has more. */
const MAX_HEADER = 3;

/** `wraps`: how many lines stood above a client's wrapper of a reply; null for any other element. */
type Open = {
  name: string;
  hidden: boolean;
  pre: boolean;
  aside: AsideKind | null;
  foreign: boolean;
  wraps: number | null;
};

/**
 * Visible text of an HTML mail, a line per visual line, with the parts that the mail client itself marked as quote or
 * signature. Built on the bare tokenizer: its cost per tag is constant, where a tree or the parser's stack is not.
 */
export function htmlToLines(html: string): Line[] {
  const reader = new HtmlReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.finish();
}

class HtmlReader {
  private readonly html: string;
  private readonly lines: Line[] = [];
  private readonly stack: Open[] = [];
  /** Elements opened beyond the depth cap: they count, so that their end tags match, but carry no meaning. */
  private beyond = 0;
  private name = '';
  private attribute = '';
  private attributes: Record<string, string> = {};
  private text = '';
  /** Where the line's text begins and ends in the HTML. */
  private start = -1;
  private end = 0;
  /** A mail client said that all which follows is the quoted message. */
  private rest = false;

  constructor(html: string) {
    this.html = html;
  }

  finish(): Line[] {
    this.breakLine();
    return this.lines;
  }

  ontext(start: number, end: number): void {
    this.write(this.html.slice(start, end), start, end);
  }
  ontextentity(codePoint: number, end: number): void {
    this.write(String.fromCodePoint(codePoint), this.html.lastIndexOf('&', end - 1), end);
  }
  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = {};
  }
  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, Math.min(end, start + 64)).toLowerCase();
  }
  onattribdata(start: number, end: number): void {
    if (/^(?:class|id|style|type|hidden)$/.test(this.attribute)) {
      this.attributes[this.attribute] = (this.attributes[this.attribute] ?? '') + this.html.slice(start, end);
    }
  }
  onattribentity(): void {}
  onattribend(): void {
    if (this.attribute === 'hidden') this.attributes.hidden ??= '';
  }
  onopentagend(): void {
    this.open(this.name);
  }
  onselfclosingtag(): void {
    this.open(this.name);
  }
  onclosetag(start: number, end: number): void {
    this.close(this.html.slice(start, end).toLowerCase());
  }
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private get top(): Open | undefined {
    return this.stack.at(-1);
  }

  private open(name: string): void {
    const meaning = classifyElement(name, this.attributes);
    if (meaning.rest) this.breakLine();
    this.rest ||= meaning.rest;
    if (name === 'br' || name === 'hr') this.breakLine(true);
    if (VOIDS.has(name)) return;
    if (SELF_ENDING.has(name) && this.top?.name === name) this.stack.pop();
    this.breakAround(name);
    if (name === 'li' && this.top?.hidden !== true) this.text += '- ';
    if (this.stack.length >= MAX_DEPTH) {
      this.beyond++;
      return;
    }
    const quoted = name === 'blockquote' && this.freeWrapper();
    const { top } = this;
    this.stack.push({
      name,
      hidden: meaning.hidden || top?.hidden === true,
      pre: name === 'pre' || top?.pre === true,
      aside: top?.aside ?? meaning.aside,
      foreign: top?.foreign || meaning.foreign || quoted,
      wraps: meaning.wrapper && !top?.aside ? this.lines.length : null,
    });
  }

  /** A wrapper that holds blockquotes quotes only by these, and by the header above: answers stand between them. */
  private freeWrapper(): boolean {
    const { top } = this;
    if (!top || top.wraps === null) return false;
    if (top.aside !== null && this.lines.slice(top.wraps).filter((line) => !isBlank(line)).length > MAX_HEADER) {
      top.wraps = null;
      return false;
    }
    top.aside = null;
    top.foreign = false;
    return true;
  }

  private close(name: string): void {
    if (VOIDS.has(name)) return;
    if (this.beyond > 0) {
      this.beyond--;
      this.breakAround(name);
      return;
    }
    const at = this.stack.findLastIndex((open) => open.name === name);
    if (at < 0) return;
    this.breakAround(name);
    this.stack.length = at;
  }

  private breakAround(name: string): void {
    if (CELLS.has(name) && this.top?.hidden !== true) this.text += ' ';
    if (BLOCKS.has(name)) this.breakLine();
    if (PARAGRAPHS.has(name) && !isBlank(this.lines.at(-1))) this.breakLine(true);
  }

  private write(text: string, start: number, end: number): void {
    if (this.top?.hidden) return;
    if (!this.top?.pre) {
      this.append(text.replace(/[\s\u00a0]+/g, ' '), start, end);
      return;
    }
    let at = start;
    for (const [order, line] of text.split('\n').entries()) {
      if (order > 0) this.breakLine(true);
      this.append(line, at, Math.min(at + line.length, end));
      at += line.length + 1;
    }
  }

  private append(text: string, start: number, end: number): void {
    this.text += text;
    if (text.trim() === '') return;
    if (this.start < 0) this.start = start;
    this.end = end;
  }

  private breakLine(evenIfEmpty = false): void {
    const text = this.top?.pre ? this.text : this.text.replaceAll('  ', ' ').trim();
    const start = this.start < 0 ? this.end : this.start;
    this.text = '';
    this.start = -1;
    if (text === '' && !evenIfEmpty) return;
    const aside = this.rest ? 'quote' : (this.top?.aside ?? null);
    const foreign = this.rest || this.top?.foreign === true;
    this.lines.push({ text, aside, foreign, start, end: this.end });
  }
}
