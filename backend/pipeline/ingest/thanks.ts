const LONGEST = 200;
/** Whatever else stands beside it, these are what such a message is for. */
const THANKS = new Set(
  `thanks thank thankyou thx ty cheers appreciated appreciate works perfect great awesome excellent ok okay
  danke dankeschön funktioniert perfekt super klasse vielen
  merci parfait super
  gracias perfecto genial vale
  obrigado obrigada perfeito ótimo
  grazie perfetto ottimo
  bedankt dank dankjewel geregeld perfect top prima
  dziękuję dzięki dziękujemy super świetnie`.split(/\s+/),
);
/** What may stand beside them and asks for nothing. */
const BESIDE = new Set(
  `a all and again a lot so much very many you your it is it's that that's this for the quick fast kind now i we
  am are was were has have been my really truly well good got done everything hi hello dear team best regards kind happy day nice
  to in glad all's
  das ist es hat sich die der den für ihre eure deine schnelle sehr jetzt wieder nun und auch alles gut hallo liebe grüße viele freundliche mit
  mir ihnen euch dir wurde habe ich schönen tag noch gute besten herzlichen
  c'est le la les pour votre ton rapide beaucoup bien tout et vous est bonjour cordialement bonne journée
  muchas por la su tu rápida todo está ya es mil el hola saludos buen día y muy bien
  muito pela pelo sua rápida tudo está já foi o olá bom dia e abraço
  mille molte per il lo suo vostro tuo vostra tua veloce tutto è ora ciao buona giornata e saluti
  u je jullie voor de het snelle heel erg alles is nu weer goed hartelijk wel en groet groeten met vriendelijke fijne dag
  bardzo za szybką wszystko jest już dobrze pozdrawiam i dzień dobry`.split(/\s+/),
);
/** Asked for when alone ("Help, thanks"), thanked for behind "for" and nothing but praise. */
const GIVEN = new Set(
  `help support reply answer response me us hilfe antwort unterstützung aide réponse ayuda respuesta ajuda resposta
  aiuto risposta hulp antwoord reactie pomoc odpowiedź`.split(/\s+/),
);
const FOR = new Set('for für pour de por pela pelo per voor za'.split(' '));
const JOINED = new Set('and und et y e en i'.split(' '));
const PRAISE = new Set(
  `the your all so very much quick fast kind great excellent good die den das ihre eure deine schnelle sehr gute super
  le la les votre ton rapide su tu rápida muy sua il lo suo vostro tuo vostra tua veloce de het je jullie uw u snelle szybką`.split(
    /\s+/,
  ),
);
/** "Is it solved, thanks": a question that lost its mark; "it has to be solved": an order. */
const ASKED =
  /(?:^|[.!,;:\n]\s?|h(?:i|ello|allo) )(?:is|are|was|were|has|have|am|ist|sind|hat|war|est-ce) (?:it|this|that|everything|all|the|my|your|i|we|you|das|es|alles|die|der|het|dit|de)(?!\p{L})|(?:has|have|got) to(?!\p{L})/u;

/** Said of something that is over, never alone: "ok, the problem is solved". */
const TROUBLE = new Set(
  'problem problems issue issues problème problèmes problema problemas problemi probleem problemy'.split(' '),
);
const OVER = new Set(
  `solved resolved sorted fixed gone gelöst erledigt geklärt behoben résolu résolue réglé resuelto solucionado resolvido risolto
  opgelost verholpen rozwiązany rozwiązane`.split(/\s+/),
);
const UNSPACED =
  /(?:どうも|本当に|大変|誠に)?ありがとう(?:ございま(?:した|す))?|感謝(?:いたします|します)|助かりました|解決(?:しました|いたしました|済みです)|了解(?:です|しました|いたしました)|承知(?:しました|いたしました)|お世話になりました|非常感谢|十分感谢|谢谢(?:你们|您|你|啦|了)?|感谢(?:您|你们|你)?(?:的帮助|的回复)?|多谢|(?:问题)?(?:已经?解决了?|解决了)|好的|收到了?|明白了?|的帮助/gu;
const GLAD = /[👍🙏😊🙂😀😃😄👌💯🎉✅🙌👏💪😍🥰🤗💖💕]|❤|☺|✔/u;
const SYMBOLS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f]|[\p{P}\p{S}\s]/gu;
const WORD = /[\p{L}'’]+|[.!;:]/gu;
const MARK = /^[.!;:]/;

/** Nothing but thanks, "ok", "solved", or a glad emoji: every word is known to ask for nothing. `names` may stand beside. */
export function isThanks(text: string, names: readonly (string | null)[] = []): boolean {
  if (text.length > LONGEST || /[?？\p{N}]/u.test(text)) return false;
  const left = text.replace(UNSPACED, ' ');
  if (left.replace(SYMBOLS, '') === '') return left !== text || GLAD.test(text);
  const known = new Set(names.flatMap((name) => (name ?? '').toLowerCase().split(/\s+/)));
  const lower = left.toLowerCase().replaceAll('’', "'");
  const words = lower.match(WORD) ?? [];
  const trouble = words.some((word) => TROUBLE.has(word)) && !words.some((word) => OVER.has(word));
  const harmless = (word: string, index: number): boolean =>
    MARK.test(word) ||
    [THANKS, BESIDE, TROUBLE, OVER, known].some((set) => set.has(word)) ||
    (GIVEN.has(word) && isThankedFor(words, index));
  const thanked = words.some((word) => THANKS.has(word) || OVER.has(word));
  return !trouble && thanked && !ASKED.test(lower) && words.every(harmless);
}

function isThankedFor(words: string[], index: number): boolean {
  let before = index - 1;
  while (PRAISE.has(words[before] ?? '') && !FOR.has(words[before] ?? '')) before -= 1;
  const word = words[before] ?? '';
  return FOR.has(word) || (JOINED.has(word) && GIVEN.has(words[before - 1] ?? '') && isThankedFor(words, before - 1));
}
