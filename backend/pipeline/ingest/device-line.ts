const DEVICE =
  /(?<!\p{L})(?:iphone|ipad|ipod|ios|android|galaxy|samsung|blackberry|huawei|pixel|xiaomi|redmi|oneplus|oppo|honor|wiko|motorola|nokia|sony|htc|lg|windows|outlook|yahoo|gmail|proton(?:mail)?|mailbox|spark|sparrow|acompli|typeapp|bluemail|mobile?|phone|handy|smartphone|tablet|tablette|celular|móvil|mobil(?:telefon|gerät)?|telefoon|telefon|portable|device|handheld|verizon|at&t|gmx|web\.de|aol|mail)(?!\p{L})/iu;
const SENT =
  /^(?:(?:sent|posted|written) (?:from|via|with|by|using)|gesendet (?:von|mit|über)|envoyé (?:de|depuis|avec|à partir de|via)|(?:enviado|obtener|obter) (?:desde|do|de|da|pelo|a partir do|via|con|outlook para)|inviato (?:da|dal)|(?:verstuurd|verzonden) (?:vanaf|vanuit|met|via)|(?:skickat|sendt) (?:från|fra)|wysłane? (?:z|ze)|odesláno z|отправлено (?:с|из)|lähetetty) /iu;
const SENT_FROM_MY = /^sent from my (?:[\w+-]{1,16} ){0,4}[\w+-]{1,16}$/i;
const SENT_FROM_APP = /^sent (?:from|via) [\w ]{2,20}<http[^\s<>]{1,80}>$/i;
const OTHERS = [
  /^via mobile$/i,
  /^(?:get|download) (?:outlook|yahoo|spark) .{0,12}for .{1,50}$/i,
  /^(?:(?:télécharger|holen sie sich|obter o|obtener|obtén|scarica|hämta|hent) )?outlook (?:pour|für|per|voor|para|för|til) .{1,50}$/iu,
  /^(?:pobierz program outlook dla|get bluemail for) .{1,60}$/iu,
  /^outlook for .{1,20}を入手.{0,50}$/iu,
  /^获取适用于 ?.{1,20}的 ?outlook.{0,50}$/iu,
  /^diese nachricht wurde von .{1,60} gesendet\.?$/iu,
  /^.{0,20}(?:iphone|ipad|android|スマートフォン|携帯)から送信.{0,6}$/iu,
  /^(?:发自|發自|从)我的.{1,30}$/u,
];
const GERMAN = /^(?:von|mit) .{1,60} gesendet$/iu;
const SENTENCE = /[,;?!:。] |[.] \p{L}/u;
const LONGEST = 110;

/** "Sent from my iPhone": the line that a mail program adds, in the clients' languages. */
export function isSentFrom(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = withoutMarks(line);
  if (SENT_FROM_MY.test(text) || SENT_FROM_APP.test(text) || OTHERS.some((pattern) => pattern.test(text))) return true;
  return (SENT.test(text) || GERMAN.test(text)) && DEVICE.test(text) && !SENTENCE.test(text);
}

function withoutMarks(line: string): string {
  const text = line.replace(/^[\s\p{Cf}\u2063*_~–—([-]{1,6}/u, '');
  let end = text.length;
  while (end > 0 && ' *_.)]'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
