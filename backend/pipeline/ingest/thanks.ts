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
  `a all and again a lot so much very many you your it is it's that that's this for the help support quick fast kind reply answer response now i we
  am are was were has have been me my really truly well good got done everything hi hello dear team best regards kind happy day nice
  to be in glad all's
  das ist es hat sich die der den für ihre eure deine hilfe antwort schnelle sehr jetzt wieder nun und auch alles gut hallo liebe grüße viele freundliche mit
  mir ihnen euch dir wurde habe ich schönen tag noch gute besten herzlichen
  c'est le la les pour votre ton aide réponse rapide beaucoup bien tout et vous est bonjour cordialement bonne journée
  muchas por la su tu ayuda respuesta rápida todo está ya es mil el hola saludos buen día y muy bien
  muito pela pelo sua ajuda resposta rápida tudo está já foi o olá bom dia e abraço
  mille molte per il lo suo aiuto risposta veloce tutto è ora ciao buona giornata e saluti
  u je jullie voor de het snelle hulp antwoord reactie heel erg alles is nu weer goed hartelijk wel en groet groeten met vriendelijke fijne dag
  bardzo za pomoc szybką odpowiedź wszystko jest już dobrze pozdrawiam i dzień dobry`.split(/\s+/),
);
/** Said of something that is over, never alone: "ok, the problem is solved". */
const TROUBLE = new Set(
  'problem problems issue issues problème problèmes problema problemas problemi probleem problemy'.split(' '),
);
const OVER = new Set(
  `solved resolved sorted fixed gone gelöst erledigt geklärt behoben résolu résolue réglé resuelto solucionado resolvido risolto
  opgelost verholpen rozwiązany rozwiązane`.split(/\s+/),
);
const UNSPACED =
  /(?:どうも|本当に|大変|誠に)?ありがとう(?:ございま(?:した|す))?|感謝(?:いたします|します)|助かりました|解決(?:しました|いたしました|済みです)|了解(?:です|しました|いたしました)|承知(?:しました|いたしました)|お世話になりました|非常感谢|十分感谢|谢谢(?:你们|您|你|啦|了)?|感谢(?:您|你们|你)?(?:的帮助|的回复)?|多谢|(?:问题)?(?:已|已经)?解决了?|好的|收到了?|明白了?|的帮助/gu;
const GLAD = /[👍🙏😊🙂😀😃😄👌💯🎉✅🙌👏💪😍🥰🤗💖💕]|❤|☺|✔/u;
const SYMBOLS = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f]|[\p{P}\p{S}\s]/gu;
const WORD = /[\p{L}'’]+/gu;

/** Nothing but thanks, "ok", "solved", or a glad emoji: every word is known to ask for nothing. `names` may stand beside. */
export function isThanks(text: string, names: readonly (string | null)[] = []): boolean {
  if (text.length > LONGEST || /[?？\p{N}]/u.test(text)) return false;
  const left = text.replace(UNSPACED, ' ');
  if (left.replace(SYMBOLS, '') === '') return left !== text || GLAD.test(text);
  const known = new Set(names.flatMap((name) => (name ?? '').toLowerCase().split(/\s+/)));
  const words = left.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  const trouble = words.some((word) => TROUBLE.has(word)) && !words.some((word) => OVER.has(word));
  const harmless = (word: string): boolean => [THANKS, BESIDE, TROUBLE, OVER, known].some((set) => set.has(word));
  return !trouble && words.some((word) => THANKS.has(word) || OVER.has(word)) && words.every(harmless);
}
