import { isBlank, isOwn, type Line, setAside } from './line.ts';

const SOCIAL_CHANNELS = /twitter|tweet|facebook|instagram|mastodon|bluesky|threads|reddit|^x$|any_channel|social/i;
const MENTION = /^[.\s]{0,3}@[\p{L}\p{N}_.-]{1,60}(?:@[\p{L}\p{N}.-]{1,60})?[\s,:]{1,3}/u;
const RETWEET = /^\s{0,3}(?:RT|MT) @\w{1,30}:/u;
const LINK_AT_END = /\s(?:https?:\/\/)?(?:t\.co|pic\.twitter\.com|fb\.me|instagr\.am)\/\w{1,40}$/u;
const MOST = 10;

/** Takes whom a post is addressed to off its front and the platform's own short links off its end; a repost is another's words. */
export function readPost(lines: Line[], channel: string): Line[] {
  if (!SOCIAL_CHANNELS.test(channel)) return lines;
  const result = lines.map((line) => ({ ...line }));
  for (const [index, line] of result.entries()) {
    if (isOwn(line) && RETWEET.test(line.text.slice(0, 60))) setAside(result, index, index + 1, 'quote', true);
  }
  const own = result.filter((line) => isOwn(line) && !isBlank(line));
  const first = own[0];
  const last = own.at(-1);
  if (first) first.text = repeatedly(first.text, (text) => text.replace(MENTION, ''));
  if (last) last.text = repeatedly(last.text, (text) => text.slice(0, -80) + text.slice(-80).replace(LINK_AT_END, ''));
  return result;
}

function repeatedly(text: string, strip: (text: string) => string): string {
  let left = text.trimEnd();
  for (let times = 0; times < MOST; times++) left = strip(left).trimEnd();
  return left === '' ? text : left;
}
