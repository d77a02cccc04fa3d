import type { PhraseBook } from './phrase-book.ts';

const HELD =
  '(?:vertrag|vertrage|vertrags|abo|abos|abonnements?|konto|kontos|konten|account|accounts|mitgliedschaft(?:en)?|dienst(?:e|es|leistung)?|lizenz(?:en)?|tarif|kundenkonto|benutzerkonto|service|versicherung|zusammenarbeit)';
const OTHER_OBJECT =
  '(?:bestellung(?:en)?|termine?|buchung(?:en)?|reservierung(?:en)?|lieferung(?:en)?|flug|reise|auftrag|zahlung(?:en)?)';
const PROVIDER =
  '(?:konkurrenz|wettbewerb(?:er)?|mitbewerber|konkurrenten|anderen? (?:anbieter|firma|dienst|plattform|losung)|anbieter)';
const LAWYER =
  '(?:(?:rechts)?anw[ae]lt(?:e|en|es|in|skanzlei)?|rechtsbeistand|rechtsabteilung|jurist(?:en)?|anwaltskanzlei)';
const OUTLET =
  '(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|sozialen? (?:medien|netzwerken?)|social media|google|internet|netz|presse|medien|zeitung(?:en)?|journalist(?:en)?|foren|forum|blog|offentlichkeit|fernsehen)';
const AUTHORITY =
  '(?:verbraucherzentrale|verbraucherschutz(?:zentrale|behorde|verband)?|bundesnetzagentur|bafin|datenschutz(?:behorde|beauftragten?|aufsicht)|aufsichtsbehorde|ombuds(?:mann|stelle|frau)|schlichtungsstelle|gewerbeaufsicht|behorden?|stiftung warentest|konsumentenschutz|wettbewerbszentrale|regulierungsbehorde|polizei)';
const PERIOD = '(?:tagen?|wochen?|monaten?|monate|tage|jahren?)';
const COUNT =
  '(?:\\d{1,3}|einer?|einem|zwei|drei|vier|funf|sechs|sieben|acht|zehn|mehreren?|etlichen?|vielen?|einigen?|ganzen?|paar)';
const REPLY = '(?:antwort(?:en)?|ruckmeldung(?:en)?|reaktion(?:en)?|losung|ruckruf|nachricht|info(?:rmation)?s?)';

export const de: PhraseBook = {
  spaced: true,
  phrases: {
    cancel_threat: [
      `(?:kundig(?:e|en|t|ung)|kuendig(?:e|en|t|ung)|gekundigt|gekuendigt|zu kundigen|beende(?:n|t)?|loschen?|geloscht|loesche?n?|storniere?n?|auflosen|schliess?en) ~ ${HELD}`,
      `${HELD} (?:[a-z]{2,14} ){0,4}(?:kundigen|kuendigen|gekundigt|zu kundigen|beenden|loschen|loeschen|geloscht|auflosen|schliessen|stornieren)`,
      `(?:werde|werden|will|wollen|mochte|mochten|muss|mussen|sonst|dann|hiermit|wurde|wurden) (?:[a-z]{2,12} ){0,4}(?:kundigen|kuendigen|kundige|kuendige|kundigung)(?! ~ ${OTHER_OBJECT})`,
      `(?:ich|wir) (?:kundigen?|kuendigen?)|(?:kundige|kundigen|kuendige) (?:ich|wir)`,
      `(?:wechs(?:le|eln|ele)|gehen?|umsteigen|steigen? um|suchen?|abwandern) (?:[a-z]{2,12} ){0,4}(?:zur|zu einem|zu einer|zum|einen|nach einem|uns einen|mir einen)? ?${PROVIDER}`,
      `(?:zur|zu einem anderen|zum) (?:konkurrenz|anbieter|wettbewerber|mitbewerber)(?: [a-z]{2,10}){0,3} (?:wechseln|gehen|umsteigen)|anbieter (?:zu )?wechseln`,
      `(?:nicht|keinesfalls) (?:mehr )?verlanger[a-z]{1,2}|nicht weiter verlangern`,
      `(?:verliert|verlieren) (?:[a-z]{2,10} ){0,4}(?:kunden?|kundin|mich|uns)`,
    ],
    legal: [
      `rechtliche[nrs]? (?:schritte?|massnahmen|konsequenzen|mittel|vorgehen)|rechtsweg|gerichtlich(?:e|en)? (?:vorgehen|schritte|klaren|durchsetzen)|juristische[nrs]? (?:schritte?|mittel|konsequenzen)`,
      `(?:mein(?:e|en|em)?|unser(?:e|en|em)?|einen?|einem|den|dem|zum|beim|vom) ${LAWYER}|${LAWYER} (?:einschalten|nehmen|beauftragen|kontaktieren)`,
      `(?:ver)?klagen|verklage|klage (?:einreichen|erheben)|(?:vor|zum|ans?) gericht|schadens?ersatz|(?:straf)?anzeige (?:erstatten|stellen|gegen)|anzeige erstatten|mahnbescheid|abmahn(?:en|ung)`,
    ],
    public: [
      `(?:schlechte|negative|miese|ehrliche|entsprechende|1 sterne?|ein stern|vernichtende)[a-z]? (?:[a-z]{2,12} )?(?:bewertung(?:en)?|rezension(?:en)?|kritik(?:en)?)|(?:1|ein|einem|einen) sterne? (?:bewertung|rezension)`,
      `(?:bewertung|rezension|erfahrung(?:en)?|geschichte|fall|alles|das|dies|es|offentlich|screenshots) (?:[a-z]{2,14} ){0,4}(?:auf|bei|in|im|an|uber) (?:den |die |der |allen |dem |meinem )?${OUTLET} (?:[a-z]{2,12} ){0,3}(?:posten|teilen|veroffentlichen|schreiben|verbreiten|hinterlassen|machen|publik|stellen|berichten|warnen)`,
      `(?:poste|posten|teile|teilen|veroffentliche|veroffentlichen|schreibe|verbreite|verbreiten|berichte|warne) (?:(?!fehler )[a-z]{2,14} ){0,5}(?:auf|bei|in|im|uber) (?:den |die |der |allen |dem |meinem )?${OUTLET}`,
      `an die (?:offentlichkeit|presse|medien)|(?:offentlich|publik) mach(?:en|e)|(?:presse|medien|journalisten?|zeitung) (?:einschalten|informieren|kontaktieren|wenden)`,
      `(?:wende|wenden) (?:ich )?(?:mich|uns) (?:[a-z]{2,8} ){0,2}(?:presse|medien|zeitung)`,
      `jeder (?:soll|wird) (?:das )?(?:wissen|erfahren)`,
    ],
    regulator: [
      `(?:beschwerde|beschweren?|melden?|melde|meldung|wenden?|wende|einschalten|kontaktieren?|informieren?|anzeige|anzeigen|gehe|gehen) ~ ${AUTHORITY}`,
      `${AUTHORITY} (?:[a-z]{2,12} ){0,3}(?:einschalten|melden|informieren|wenden|kontaktieren|beschweren|beschwerde|gehen)`,
      `verbraucherzentrale|verbraucherschutzzentrale|verbraucherschutz|bundesnetzagentur|schlichtungsstelle`,
    ],
    chargeback: [
      `rucklastschrift(?:en)?|ruckbuch(?:en|ung|ungen)|zuruck ?buch(?:en|e|t)|zuruckgebucht|zuruckholen|lastschrift (?:[a-z]{2,10} ){0,3}(?:zuruck[a-z]{0,12}|widersprechen|stornieren)`,
      `(?:bank|kreditkart[a-z]{0,16}|paypal|visa|mastercard|kartenanbieter) (?:[a-z]{2,14} ){0,5}(?:zuruck[a-z]{0,10}|reklamier[a-z]{1,3}|widerspr[a-z]{2,6}|bestreite[a-z]?|anfecht[a-z]{2,3}|stornier[a-z]{1,3}|kauferschutz|erstatten|sperren|einschalten)`,
      `(?:zahlung|abbuchung|belastung|lastschrift|transaktion) (?:[a-z]{2,14} ){0,4}(?:reklamier[a-z]{1,3}|widersprech[a-z]{1,2}|widerspreche|bestreiten|bestreite|anfechten|anfechte|zuruckziehen|zuruckfordern)`,
      `widerspreche (?:[a-z]{2,8} ){0,2}(?:zahlung|abbuchung|belastung|lastschrift)`,
      `kauferschutz|paypal fall|streitfall (?:bei|uber) paypal|konflikt (?:bei|uber) paypal|fall bei paypal`,
    ],
    manager: [
      `(?:sprechen|spreche|reden|verbinden|verbinde|verlange|mochte|mochten|will|wollen|weiterleiten|leiten|geben|kontaktieren|brauche|fordere|bitte|erreichen|rufen?) ~ (?:vorgesetzten?|vorgesetzter|manager(?:in)?|teamleit(?:er|erin|ung)|chef(?:in)?|abteilungsleit(?:er|erin|ung)|geschaftsfuhr(?:er|ung|erin)|leiter(?:in)?|geschaftsleitung|verantwortlichen?|filialleit(?:er|ung)|supervisor)`,
      `(?:vorgesetzten?|vorgesetzter|manager(?:in)?|teamleit(?:er|erin|ung)|chef(?:in)?|geschaftsfuhr(?:er|ung)|geschaftsleitung|verantwortlichen?|filialleit(?:er|ung)) (?:[a-z]{2,12} ){0,3}(?:sprechen|reden|verbunden|verbinden|weiterleiten|weitergeleitet|weitergeben|kontaktieren|haben|melden|rufen)`,
      `(?:bitte|mochte|verlange|fordere|muss|mussen) (?:[a-z]{2,12} ){0,5}(?:eskalier(?:en|t)|eskalation)|eskalieren sie|(?:beschwerde|fall|anliegen|ticket|vorgang) (?:[a-z]{2,10} ){0,2}eskalier(?:en|t)|hohere(?:r|n)? (?:stelle|ebene)|nachsthohere[nr]?`,
      `(?:mit|zu) (?:einem |einer |einen )?(?:echten |richtigen )?(?:menschen|mitarbeiter(?:in)?|person|jemandem)(?: (?:sprechen|reden|verbunden|verbinden))`,
    ],
    unacceptable: [
      `inakzeptabel|unakzeptabel|nicht (?:hinnehmbar|akzeptabel|tragbar)|unzumutbar|unverschamt(?:heit)?|unmoglich(?:es|er)? (?:verhalten|service|umgang)|frechheit|skandal(?:os)?|unfassbar|unter aller sau|eine zumutung|katastroph(?:e|al|aler|ale|ales)|abzocke|betrug|armutszeugnis|bodenlos(?:e)?|untragbar|lacherlich|erbarmlich|peinlich|schweinerei|saftladen`,
      `(?:schlechteste[nrs]?|schlimmste[nrs]?|mieseste[nrs]?|furchtbare[nrs]?|schrecklich(?:e|er|es)|grauenhafte[nrs]?|miserable[nrs]?|miese[nrs]?|grottenschlechte[nrs]?|unterirdische[nrs]?|entsetzliche[nrs]?) (?:[a-z]{2,14} )?(?:service|kundenservice|kundendienst|erfahrung|support|firma|unternehmen|kundenbetreuung|behandlung|anbieter|software|app|produkt)`,
      `(?:service|kundenservice|kundendienst|support|erfahrung) (?:[a-z]{2,12} ){0,3}(?:unterirdisch|miserabel|grottenschlecht|furchtbar|schrecklich|grauenhaft|katastrophe|mies|horror)`,
      `(?:nase voll|schnauze voll|stinksauer|bin (?:wirklich |sehr |mehr als |echt |so )?(?:sauer|wutend|emport|entsetzt|fassungslos)|reicht(?: es)? (?:mir|jetzt|uns)|reicht s|mir reicht|geduld (?:ist )?(?:am ende|zu ende)|(?:ist|war) (?:ja |wirklich |echt |einfach )?das letzte|noch nie (?:[a-z]{2,10} ){0,3}(?:so schlecht|so etwas|so was|erlebt|behandelt))`,
    ],
    waiting: [
      `(?:wart(?:e|en|et)|gewartet|warten wir|warte ich|seit|schon) (?:[a-z]{2,14} ){0,5}(?:uber |mehr als |fast |mittlerweile |nunmehr )?(?:${COUNT} ){1,2}${PERIOD} ~ (?:wart[a-z]{1,3}|gewartet|antwort|ruckmeldung|nichts von|nichts gehort|niemand|reaktion|ignoriert|hore|gehort|losung)`,
      `(?:wart(?:e|en)|gewartet) (?:[a-z]{2,14} ){0,6}(?:${COUNT} ){0,2}${PERIOD}`,
      `(?:keine|keinerlei|ohne|noch keine|nie eine|nicht eine) (?:einzige )?${REPLY} (?:[a-z]{2,12} ){0,3}(?:erhalten|bekommen|seit|gekommen|von ihnen|auf meine|auf unsere|gehort|gekriegt|mehr)|immer noch keine ${REPLY}|warte (?:immer noch|noch immer|weiterhin)|noch (?:immer )?keine ${REPLY}`,
      `niemand (?:[a-z]{2,10} ){0,3}(?:antwort[a-z]{0,3}|geantwortet|melde[a-z]{0,2}|gemeldet|hilft|geholfen|reagiert|erreichbar|zustandig|kummert|ruft)`,
      `(?:ignoriert|ignorieren) (?:[a-z]{2,8} ){0,2}(?:mich|uns|meine|unsere|werde|werden|zu werden|von ihnen)|(?:werde|werden|wurde|fuhle mich|fuhlen uns|mich|meine [a-z]{2,14}) (?:[a-z]{2,10} ){0,3}ignoriert`,
      `(?:dritte|vierte|funfte|sechste|zweite|zehnte|\\d{1,2})[srnm]? (?:mal|nachricht|mail|e mail|anfrage|versuch|erinnerung) (?:[a-z]{1,14} ){0,5}(?:schreib[a-z]{0,2}|kontaktier[a-z]{0,2}|meld[a-z]{0,2}|anruf[a-z]{0,2}|frag[a-z]{0,2}|bitt[a-z]{0,2}|ohne|reklamier[a-z]{0,2}|wende)`,
      `(?:nichts|nie) (?:mehr |wieder |von ihnen ){0,3}gehort|nicht (?:geantwortet|reagiert|zuruckgerufen|gemeldet)`,
    ],
  },
  negations: 'nicht|keine?n?|keinerlei|niemals|nie|ohne|anstatt|statt|weder|noch nicht',
  fillers:
    'die|den|das|der|dem|ein|eine|einen|einem|mein|meine|meinen|unser|unsere|unseren|zu|zum|zur|gleich|sofort|wirklich|vor|absicht|etwa|unbedingt|dass|ich|will|mit|es|ist|war|so|um|als|geht|mochte|sagen|ganz|an|auf',
  negationsInside: '(?:^|[^a-z])(?:nicht|nie|niemals|keinesfalls|keine?n?)(?:[^a-z]|$)',
  negationsAfter: '[^a-z.!?,;]{1,3}(?:[a-z]{2,8}[^a-z.!?,;]{1,3}){0,3}nicht(?![a-z])(?! (?:mehr lange|langer))',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:was (?:ist|sind|passiert|kostet|bedeutet)|wie (?:ist|lange|hoch|funktioniert|viel|lautet)|welche|wo|wann|wer|gibt es|kann (?:ich|man) (?:jederzeit|mein|meinen|auch|die|das|auf|bei|online|monatlich)|ist es|haben sie|bieten sie|muss ich|brauche ich|darf ich|sind|konnen sie mir sagen|bis wann|falls ich|wenn ich)',
};
