import { readPhrases } from './phrases.ts';

/** Where a clause ends, so that what is said in it is not said of the next one. */
export const CLAUSE =
  /[,;:.!?()。、！？\n]|\s-\s|(?<![\p{L}\p{N}])(?:but|aber|sondern|mais|pero|sino|mas)(?![\p{L}\p{N}])|が、/u;

const GERMAN_OWN =
  'werde/werden/habe/haben/erstatte/erstatten/schreibe/schreiben/ersetze/ersetzen/gewahre/gewahren/ubernehme/ubernehmen/storniere/stornieren/sende/senden/schicke/schicken/schenke/schenken/biete/bieten/erlasse/erlassen/verlangere/verlangern/kundige/kundigen/tausche/tauschen/uberweise/uberweisen/zahle/zahlen/garantiere/garantieren/verspreche/versprechen';
const FRENCH_OWN = 'rembours*/credit*/accord*/offr*/envo*/remplac*/annul*/garanti*';

/** We say it of ourselves, and not only that it is so. */
export const OURS = readPhrases(
  "we/i will/shall/have/are/am !a/an/no/the/our/sorry/happy/glad/unable | we'll/i'll/we've/i've/we're/i'm !a/an/no/the/our/sorry/happy/glad/unable | and will/have",
  `wir/ich ${GERMAN_OWN} | ${GERMAN_OWN} wir/ich`,
  `nous allons/avons/venons | nous/je vous ${FRENCH_OWN} | j' ai | je vais/viens | *rons`,
  '*aremos | *eremos | *iremos | hemos/vamos | acabamos de | le/les/te ofrecemos/damos/devolvemos/abonamos/regalamos/concedemos',
  'reembolsamos/cancelamos/anulamos/creditamos/estornamos/concedemos/oferecemos/devolvemos/estornei/cancelei/creditei',
);

/** We look at it, have it or pass it on: nothing is promised. */
export const HANDLING = readPhrases(
  'received | look/looking/looked into | looking at | check/checking/checked | review/reviewing/reviewed | investigat* | forward/forwarding/forwarded | passed',
  'pruf* | gepruft | uberpruf* | weitergeleitet | habe/haben ~ erhalten | recu/recue/recus/recues | verifi* | examin* | transmis*',
  'recibido/recibida/recibidos/recibidas | revisa* | comproba* | verific* | analis* | recebemos | encaminh*',
);
export const WIDE_HANDLING = /確認|拝見|承り|受け付け|お調べ/;

const DONE =
  'refunded/reimbursed/repaid/credited/issued/processed/initiated/approved/applied/granted/transferred/waived/canceled/cancelled/replaced/extended/upgraded/unlocked/reactivated/fixed/repaired/resolved/corrected/restored/deleted/removed/shipped/dispatched/added/arranged/discounted/compensated/paid/sent/completed/confirmed/guaranteed/promised';
const ADVERB = 'already/just/now/also/successfully/manually/gladly/today/therefore/fully/since/recently/been';

const GERMAN_DONE =
  'erstattet/zuruckerstattet/gutgeschrieben/storniert/gekundigt/ersetzt/ausgetauscht/verlangert/hochgestuft/entsperrt/reaktiviert/freigeschaltet/behoben/geloscht/versandt/verschickt/veranlasst/angewiesen/genehmigt/bearbeitet/erlassen/gewahrt/uberwiesen/zugesagt/versprochen/garantiert/wiederhergestellt/repariert/ausgestellt/zuruckgezahlt/eingelost';
const ROMANCE_DONE =
  'rembourse/remboursee/rembourses/rembourser/credite/creditee/annule/annulee/resilie/resiliee/remplace/remplacee/prolonge/debloque/reactive/corrige/supprime/expedie/effectue/accorde/accordee/valide/offert/offerte/emis/emise' +
  '/reembolsad*/cancelad*/anulad*/abonad*/acreditad*/reemplazad*/ampliad*/desbloquead*/reactivad*/solucionad*/eliminad*/procesad*/emitid*/aprobad*/aplicad*/concedid*/tramitad*/devuelt*' +
  '/creditad*/estornad*/substituid*/processad*/aprovad*/efetuad*/prorrogad*/reembolsar/cancelar';

/** Done already. */
export const DEED = readPhrases(
  `we/i have/had? ${ADVERB}? ${ADVERB}? ${DONE} | we've/i've ${ADVERB}? ${ADVERB}? ${DONE} | we/i gone/went ahead and ${DONE}`,
  `your/the/this/it ~ has/have/was/were/is/are ${ADVERB} ${ADVERB}? ${DONE} | your/this ~ was/were ${DONE}`,
  `habe/haben/hat/wurde/wurden/ist/sind ~ ${GERMAN_DONE} | ${GERMAN_DONE} haben/habe/worden`,
  `avons/venons/viens/hemos/he/foi/foram/ja/temos/ai ~ ${ROMANCE_DONE} | a/ont ete ~ ${ROMANCE_DONE} | ha/han sido ~ ${ROMANCE_DONE} | se le? ha/han ~ ${ROMANCE_DONE} | acabamos de ${ROMANCE_DONE}`,
  'ja? reembolsamos/reembolsei/cancelamos/cancelei/estornamos/estornei/creditamos/creditei/processamos/processei/aprovamos/substituimos/prorrogamos',
);

/** Whatever follows holds when something else does. */
export const CONDITION = readPhrases(
  'if/once/when/whenever/unless/whether | as soon as | in case | should you | after/until !#',
  'wenn/falls/sobald/sofern/nachdem/sollte/sollten/ob',
  "si/quand/lorsque/lorsqu' | s' il | des que/qu' | une fois | apres !# | jusqu' a ce",
  'cuando | una vez | en cuanto | despues !# | en caso',
  'quando/caso | assim que | uma vez | apos/depois !#/de | se o/a/os/as/voce/nao/houver/for/seu/sua/ja/ainda/quiser/precisar/desejar/tiver/estiver',
);
export const WIDE_CONDITION = /場合|たら|ときは|時は|次第|後に|後、|れば|までは|かどうか/;

/** Somebody's words of thanks or regret name what it is about and promise nothing. */
export const COURTESY = readPhrases(
  'sorry | apolog* | understand* | thank* | regret* | appreciat* | tut/tun uns/mir | entschuldig* | versteh* | dank* | bedauer*',
  'desol* | navre* | excus* | compren* | merci | regrett* | lament* | siento/sentimos | disculp* | entend* | entiend* | gracias | descul* | obrigad* | sinto | compreend* | pedimos',
);
export const WIDE_COURTESY = /申し訳|詫び申|お詫びいた|ありがと|恐れ入り|お困り|恐縮/;

const ARTICLE =
  'of/for/a/an/the/your/their/full/eine/einen/einer/die/der/den/dem/das/ihre/ihren/ihrer/ihrem/ihr/un/une/le/la/de/du/votre/el/su/del/o/um/uma/seu/sua/da/do';
const ARTICLES = `${ARTICLE}? ${ARTICLE}? ${ARTICLE}?`;

/** What is asked for: right before its name. */
export const REQUESTED = readPhrases(
  `request/requests/requesting/want/wants/wanted/like/whether ${ARTICLES} $ | ask/asking/apply/applying/waiting/wait for ${ARTICLES} $`,
  `beantrag*/anfordern/anfrag*/mochten ${ARTICLES} $ | warten auf ${ARTICLES} $ | demand*/souhait* ${ARTICLES} $ | solicit*/pedir/quier*/deseja* ${ARTICLES} $`,
);
/** What a sentence is about. */
export const ABOUT = readPhrases(
  `about/regarding/concerning/with ${ARTICLES} $ | question on ${ARTICLES} $ | bezuglich/wegen/zu/zur/zum/uber/mit ${ARTICLES} $`,
  `concernant/avec ${ARTICLES} $ | au sujet ${ARTICLES} $ | a propos ${ARTICLES} $ | sobre/acerca/respecto/con/com ${ARTICLES} $`,
);
export const ABOUT_AFTER = /^(?:の件|について|に関)/;
export const REQUEST_AFTER =
  /^(?:s? (?:request|polic|form|status|question|enquir|inquir|process|condition|terms)|s?anfrage|s?antrag|santrag|srichtlinie|sbedingung|(?:を|の)?(?:申請|依頼|請求|希望|リクエスト)|ポリシー|規約|フォーム|状況)/;

/** Not so yet, which denies nothing. */
export const PENDING = readPhrases(
  "not yet? been? arrived/received/come/shown/reached | yet | noch nicht | pas encore | aun/todavia no | ainda nao | *n't arrived/received/reached",
);
/** What is to be reached, not what is said to be so. */
export const PURPOSE = readPhrases(
  "^ to !you | ^ in order to | ^ so that we/i | ^ um | ^ damit wir/ich | ^ afin d'/de/que | ^ pour pouvoir/vous/traiter/que | ^ para que/poder/ayud*/ajud*/tramit*/process*/gestion*",
);
export const WIDE_PURPOSE = /ために|ため(?:、|$)|とのこと|ということ/;
/** A clause of this kind belongs to what was said before it. */
export const SUBORDINATE = readPhrases('^ dass/weil/that/que');

/** Not, or not any more; what only sets a limit is no denial. */
const NOT = [
  "not !later/only/longer/more/hesitate | never/cannot/unable/neither/nor/excluded/non | *n't !hesitate/worry/need/have",
  'nicht !langer/spater/mehr/nur | nicht mehr !als | kein/keine/keinen/keiner/keines/keinem/nie/niemals/ausgeschlossen',
  "ne/pas/aucun/aucune/jamais/impossible | n' !hesitez | nunca/ningun/ninguna/ninguno/tampoco/imposible/jamas",
  'nao/nenhum/nenhuma/impossivel | nonrefund*',
];
export const NEGATION = readPhrases(...NOT, 'no !later/more/longer/need/problem/matter');
/** In Portuguese "no" is no denial. */
export const PORTUGUESE_NEGATION = readPhrases(...NOT);
export const WIDE_NEGATION = /ません|ない(?!場合)|不可|対象外|かねます|できかね/;
/** Under this condition alone, which says also that otherwise it is not so. */
export const ONLY = readPhrases(
  'only/except/exclusively/nur/lediglich/ausschliesslich/ausser/seulement/uniquement/sauf/solo/solamente/unicamente/salvo/excepto/apenas/somente/exceto',
);
export const WIDE_ONLY = /のみ|だけ|限り|限ら|除き|除く/;
/** A bound: beyond it the source is read as saying no. */
export const BOUND = readPhrases(
  'within/after/unless/until/before/innerhalb/binnen/bis/nach/dans/avant/apres/hasta/antes/dentro/ate | up to',
);
export const WIDE_BOUND = /以内|まで|以降/;
