/** Words that say that something is wrong or wanted, but not what: by language, lower case. */
const SAYING_NOTHING: Record<string, string> = {
  en: `a about again all an and any anymore anyone anything assist assistance at available bad broken bug bugs can can't cannot
    could dear did didn't do does doesn't doesnt don't down else error errors everything evening fail failed fails fault
    fix for from get good greetings guys have having hello help here hey hi how i i'm i've immediately is isn't issue
    issues it it's its just me morning must my need needs no not nothing now of ok on one over please pls problem problems
    question questions quick reply respond so some somebody someone something sorry sos still stopped support team
    thank thanks that the there thing things this to today totally trouble troubles urgent urgently very want was wasn't
    we we're what when why will with won't work worked working works would wrong yes you your`,
  de: `aber alle alles an auch bei beim bitte brauche brauchen da danke das dass der die dringend ein eine einem einen er
    es etwas falsch fehler fehlgeschlagen fehlermeldung frage fragen funktionieren funktioniert für ganz gar geht gehts
    guten habe haben hallo hat helfen hi hilfe hilft ich ihnen ihr immer ist ja jemand jetzt kann kaputt kein keine
    können könnt könnten läuft leider liebe lieber mehr mein meine mich mir mit moin morgen nein nicht nichts noch nun
    nur probleme problem schnell sehr geehrte geehrter sie sofort support tag team uns und unterstützung was weiter
    wer wie wieder wir wollen zu zum`,
  fr: `aide aider ai aidez à au aucun aucune avec avez avoir besoin bonjour bonsoir bug ça ce cela c'est cette chose comment
    de des du elle en erreur erreurs est et faire fonctionne fonctionnent je j'ai j'aurais l le la les ma madame marche
    marchent me merci moi mon monsieur n'ai n'est ne non nous on oui panne par pas peut plaît plait plus pour pourriez
    pouvez problème problèmes probleme que quelque quelqu'un question questions qui rapidement rien s'il s salut si souci
    soucis suis svp stp tout toujours toute un une urgent va vite vous y`,
  es: `a al alguien algo ayuda ayudar ayúdame ayúdenme buenas buenos con cosa de del días duda el ella en error errores es
    está esta este esto falla fallo favor funciona funcionan gracias ha hay he hola ir la las lo los más mal me mi muy
    nada nadie necesito no noches o para pero podrían por problema problemas porfa pregunta preguntas puede pueden puedo
    que qué quiero rápido se sí si sigue su tardes tengo tiene todavía todo un una urgente va y ya yo`,
  pt: `a ainda ajuda ajudar ajudem alguém algo boa bom com coisa da de dia do dúvida e é ela em erro erros está esta este
    estou eu falha favor funciona funcionam funcionando isso isto já mais mal me meu minha muito nada não ninguém no noite
    o obrigada obrigado oi olá para pergunta perguntas pode podem poderiam por porque preciso problema problemas
    quero que rápido se sim socorro tá tarde tem tenho tudo um uma urgente vai`,
  ja: `くだ さい 困 って 助 出 まし た ま し 壊 動 使 い え お か が ください く ご さ し せ た だ ち て で です と とも な に ね の は ま ます ませ ません み も や よ を ん
    あり ある いい いう いけ いたし いただけ うまく お願い おかしい こと これ すみ する せん そう それ だけ だめ できない でき とても
    どう どうか なら なり なる なんとか ぼく もう もらえ よろしく わから エラー サポート トラブル バグ 不具合 使え 動か 動き 助け 助けて
    問い合わせ 問題 困っ 困り 全然 全部 質問 私 変 駄目 何 何か 何も 今 故障 早く 急 急ぎ 壊れ 願い 教え`,
};

const KNOWN: ReadonlySet<string> = new Set(Object.values(SAYING_NOTHING).flatMap((words) => words.split(/\s+/)));
const PLACEHOLDER = /^[a-z]+_\d+$/;
const words = new Intl.Segmenter('und', { granularity: 'word' });
/** More than this is no call for help any more. */
const LOOKED_AT = 400;

export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text.slice(0, LOOKED_AT))) {
    if (!isWordLike) continue;
    const word = segment.normalize('NFKC').toLowerCase().replace('’', "'");
    if (!PLACEHOLDER.test(word)) found.push(word);
  }
  return found;
}

/** Whether a ticket says that there is a problem and nothing of what it is: an answer to it would be a guess. */
export function isScant(subject: string, text: string): boolean {
  if (subject.length + text.length > LOOKED_AT) return false;
  return wordsOf(`${subject} ${text}`).every((word) => KNOWN.has(word));
}
