import type { AsideKind } from './line.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const VOIDS = names('area base basefont br col embed frame hr img input link meta param source track wbr');
export const SELF_ENDING = names('p li dt dd tr td th option');
export const CELLS = names('td th');
export const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre');
export const BLOCKS = names(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'button details header html li main nav ol p pre section summary table tbody textarea tfoot thead tr ul',
);
const UNSEEN = names(
  'script style title template noscript svg math object iframe audio video canvas select noframes noembed xml',
);

const HIDDEN_STYLE = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all/i;
const QUOTE_MARK =
  /(?:^|[\s_])(?:gmail_quote|gmail_quote_container|yahoo_quoted|ymail_android_quote|protonmail_quote|tutanota_quote|zmail_extra|history_container)(?:$|\s)/i;
const SIGNATURE_MARK =
  /(?:^|[\s_])(?:gmail_signature|moz-signature|AppleMailSignature|ms-outlook-mobile-signature|protonmail_signature_block|Signature)(?:$|\s)/;
const REST_MARK =
  /(?:^|[\s_])(?:OLK_SRC_BODY_SECTION|divRplyFwdMsg|appendonsend|OutlookMessageHeader|stopSpelling|ms-outlook-mobile-reference-message|mail-editor-reference-message-container)(?:$|\s)/;

/** `foreign`: the mail client marked the quote itself; a bare blockquote may be the writer's own. */
type Meaning = { hidden: boolean; aside: AsideKind | null; foreign: boolean; rest: boolean; wrapper: boolean };

/**
 * What an element says about its content. `rest`: all that follows, to the end of the mail, is the quoted message;
 * `wrapper`: it holds a reply's header and quotes.
 */
export function classifyElement(name: string, attributes: Record<string, string>): Meaning {
  const marks = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 1000);
  const foreign = QUOTE_MARK.test(marks) || (name === 'blockquote' && attributes.type === 'cite');
  const quote = foreign || name === 'blockquote';
  return {
    hidden:
      UNSEEN.has(name) || attributes.hidden !== undefined || HIDDEN_STYLE.test((attributes.style ?? '').slice(0, 4000)),
    aside: quote ? 'quote' : SIGNATURE_MARK.test(marks) ? 'signature' : null,
    foreign,
    rest: REST_MARK.test(marks),
    wrapper: name !== 'blockquote' && QUOTE_MARK.test(marks),
  };
}
