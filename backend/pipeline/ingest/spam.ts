import { isCustomer } from './person-signs.ts';

/** What is offered: one of these is needed. */
const OFFERS = [
  /\bseo\b|backlinks?|guest posts?|link[- ](?:building|insertions?|exchange)|domain authority|first page (?:of|on) google|rank(?:ing)? (?:higher|your|on google)|(?:increase|boost|drive) (?:your )?(?:website |web ?site |organic )?traffic|sponsored (?:posts?|articles?)|suchmaschinenoptimierung|gastbeitr(?:ag|äge)|référencement|article invité|posicionamiento web|posicionamento (?:web|no google)|posizionamento (?:web|su google)|zoekmachineoptimalisatie|pozycjonowani[ea]|SEO対策|被リンク|网站排名|外链/iu,
  /\b(?:invest(?:ing|ment|ments)?|trad(?:e|ing)|earn|profits?|double)\b\P{Cc}{1,40}\b(?:bitcoins?|crypto|forex)|\b(?:bitcoin|crypto(?:currency)?|forex) (?:trad(?:e|ing)|investments?|profits?|signals|platform|broker)|investment opportunity|passive income|\blottery\b|inheritance|next of kin|million (?:usd|us dollars|dollars|euros?|pounds)|beneficiary|erbschaft|lotterie|kryptowährung|héritage|loterie|herencia|lotería|criptomonedas?|herança|loteria|eredità|lotteria|erfenis|loterij|spadek|仮想通貨|宝くじ|遺産|彩票|遗产|虚拟货币/iu,
  /viagra|cialis|online pharmacy|cheap (?:pills|meds)|weight[- ]loss|cbd gummies|male enhancement|potenzmittel|バイアグラ|伟哥/iu,
  /online casino|casino bonus|free spins|betting tips|hot singles|escort service|replica watches|カジノ|赌场|代开发票/iu,
];
/** How it is offered: each is one more sign. */
const PITCHES = [
  /(?:came across|found|visited|was (?:on|browsing)|looking at|checked) your (?:web ?site|site|blog|business)|auf ihre(?:r)? (?:webseite|website)|(?:sur|visité) votre site|(?:visitado|encontrado|visto) (?:su|tu) (?:sitio|página)|seu site|vostro sito|uw website|państwa stron[ęa]|貴社(?:の)?(?:サイト|ホームページ)|贵公司|贵司/iu,
  /\b(?:we|i) (?:can )?(?:offer|provide|sell|guarantee)|our (?:seo |marketing |digital )?(?:services|packages|agency)|unsere (?:dienste|leistungen|agentur)|nos services|nuestros servicios|nossos serviços|i nostri servizi|onze diensten|nasze usługi|弊社サービス|我们(?:提供|公司)/iu,
  /affordable|best price|lowest price|special offer|limited[- ]time|act now|100 ?% (?:guaranteed?|free|satisfaction)|risk[- ]free|no obligation|free (?:audit|quote|consultation)|kostenlose analyse|audit gratuit|auditoría gratuita|günstig|限定|优惠/iu,
  /dear (?:sir|madam|web ?master|site owner|web ?site owner|business owner|friend|beneficiary|winner)|attention:? (?:beneficiary|winner)|greetings of the day|sehr geehrter webseitenbetreiber/iu,
  /reply (?:to this (?:e-?mail|message) )?(?:for|with|if|to get)|contact (?:me|us) (?:on|via|at) (?:whatsapp|telegram|skype)|let me know if you(?:'re| are) interested|click (?:here|the link|below)|opt[- ]?out|unsubscribe|send me your (?:full name|bank|phone)/iu,
];
const LINK = /(?:https?:\/\/|www\.)[!-~]{0,300}/gi;
const READ = 5000;
const MANY_LINKS = 3;
const MIN_SIGNS = 3;

/** An offer that nobody asked for, by at least three independent signs. A lost customer costs more than a read advert. */
export function isSpam(subject: string, text: string): boolean {
  const whole = `${subject}\n${text}`.slice(0, READ);
  const said = whole.replace(LINK, ' ');
  const offers = OFFERS.filter((pattern) => pattern.test(said)).length;
  if (offers === 0 || isCustomer(said)) return false;
  const pitches = PITCHES.filter((pattern) => pattern.test(said)).length;
  const links = (whole.match(LINK)?.length ?? 0) >= MANY_LINKS ? 1 : 0;
  return pitches >= 1 && offers + pitches + links >= MIN_SIGNS;
}
