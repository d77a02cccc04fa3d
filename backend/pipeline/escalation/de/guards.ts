import type { PhraseBook } from '../phrase-book.ts';

const HAPPY =
  '(?:zufrieden|begeistert|super|top|toll|klasse|genial|prima|perfekt|wunderbar|grossartig|hervorragend|sehr gut|richtig gut|geliebt|danke fur die (?:schnelle|rasche|prompte|umgehende)|vielen dank fur die (?:schnelle|rasche|prompte))';

export const guards: Omit<PhraseBook, 'phrases' | 'spaced'> = {
  negations:
    'nicht|nich|ned|net|nid|keine?[nrm]?|keinerlei|niemals|nie|ohne|anstatt|statt|weder|noch nicht|auf keinen fall,?|keinesfalls|keineswegs|nirgends|nirgendwo|mitnichten|bloss nicht|weit entfernt|fern',
  fillers:
    'die|den|das|der|dem|ein|eine|einen|einem|mein|meine|meinen|unser|unsere|unseren|ihr|ihre|ihren|zu|zum|zur|gleich|sofort|wirklich|vor|absicht|etwa|unbedingt|dass|ich|wir|will|mit|es|ist|war|so|um|als|geht|mochte|sagen|ganz|an|auf|bei|noch|grund|jemanden|jetzt|extra|deshalb|deswegen|sicher|davon|gedanken|interesse|daran|im|traum|daran|denken|vom',
  negationsInside:
    '(?:^|[^a-z])(?:nicht|nie|niemals|keinesfalls|keineswegs|keine?n?|bleibe?n?)(?:[^a-z]|$)',
  negationsAfter:
    '[^a-z.!?,;]{1,3}(?:(?!wenn|falls|weil|da|bis|solange|sofern|ob|dass|und|oder|sollte|aber|was|wie|warum)[a-z]{1,8}[^a-z.!?,;]{1,3}){0,5}(?:nicht(?![a-z])(?! (?:mehr lange|langer|nur|bald|endlich|sofort|innert|innerhalb|binnen))|keineswegs|ausgeschlossen|kein thema)',
  earnest: '(?:langsam|oder|wirklich|so nicht|ich meine es|es reicht|mir reicht|das reicht)',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:was (?:ist|sind|passiert(?! wohl| denn wohl)|kostet|bedeutet|brauche|muss)|wie (?:poste|teile|veroffentliche|bewerte|schreibe|andere|verbinde|ist|lange(?! (?:soll|muss|noch|denn))|hoch|funktioniert|viel|lautet|kann|kundige|losche|geht|lasst|richte|melde|bewertet?|verhalt)|welche[rsnm]?|wo(?:hin)?|wann|wer|gibt es|gibts|kann (?:ich|man) (?:jederzeit|mein|meinen|auch|die|das|auf|bei|online|monatlich)|ist es|haben sie|bieten sie|muss (?:ich|man)(?! (?:[a-z]{1,14} ){0,6}(?:[a-z]{0,8}anw[ae]lt|gericht|klag|verbraucher|konsument|polizei|presse|zeitung|rechtsschutz|kreditkarte|bank|karte))|brauche ich|darf ich|sind|konnen sie mir sagen|bis wann|falls ich|wenn ich|lasst sich|enthalt|gilt|steht|unterstutzt|bucht)(?![a-z])',
  asides:
    '(?:(?:habe|haben) (?:nicht|keineswegs|nie) vor|drohen? niemandem|vorredner|feature wunsch|verbesserungsvorschlag|ticketsystem|automatisch markiert|wir entwickeln|ich entwickle|(?:mein|meine) (?:mann|frau|partner|partnerin|vater|mutter|sohn|tochter) (?:wollte|will|meint|meinte|sagt|redet|hatte)(?:[ ,]{1,2}[a-z]{1,14}){1,12}[ ,]{1,2}(?:aber|ich aber|mir|ich finde|doch ich)|laut (?:nachrichten|presse|medien|zeitung|bericht)|in den nachrichten|habe? (?:in der zeitung|im radio|im fernsehen) (?:gelesen|gehort|gesehen)|eurer mail|ihrer mail|hiess es in|entschuldig(?:ung|en sie|t)?, dass ich|sorry,? dass ich|(?:tut mir leid|bedaure),? dass ich|webhook|api|endpunkt|menu(?:punkt|s)?|schaltflache|button|knopf|dropdown|handbuch|dokumentation|doku|feldname|platzhalter|vorlage|tooltip|eskalationsregeln?|eskalationsstufen?|testfall|(?:mein|meine|ein|eine|der|die) (?:freund|freundin|nachbar|nachbarin|schwager|schwagerin|cousin|cousine|bekannter|bekannte|onkel|tante|kumpel|freundin von mir|freund von mir) (?:hat|haben|will|wollte|sagt|sagte|meinte|meint|erzahlt|erzahlte|droht|drohte|uberlegt)(?! (?:mir|mich) (?:geraten|empfohlen)))',
  topics: {
    cancel_threat:
      '(?:(?:unsere?r?|einer unserer|ein|eine) (?:kunden?|kundin|nutzer|mieter|mitarbeiter|mitarbeiterin|abonnent|kollege|kollegin)(?:[ ,]{1,2}(?!wir|ich)[a-z0-9]{1,18}){0,7}|danke fur die (?:bestatigung|schnelle)(?: [a-z]{1,14}){0,4}|(?:wollten?|hatte vor|hatten vor|war kurz davor|uberlegten?)[ ,](?:[a-z]{1,14}[ ,]{1,2}){1,12}(?:bleib(?:e|en)?|zufrieden|uberzeugt)|behalte ich|vermerk|notiz|(?:gern|gerne) (?:[a-z]{1,10} ){0,3}(?:euren|ihren|eure|ihre)|hat (?:alles )?(?:prima |super |gut )?geklappt|(?:versehentlich|aus versehen|irrtumlich|unabsichtlich)|unser(?:e)? vermieter(?:in)?|mietvertrag|arbeitsvertrag|kundigungsfrist(?:en)?|zum umsteigen auf|bestehenden? (?:konto|tarif) (?:behalten|wechseln)|von jahrlich auf monatlich|fur (?:einen|eine) (?:kollegen|kollegin|mitarbeiter(?:in)?))',
    legal:
      '(?:(?:ich bin|wir sind|als) (?:[a-z]{2,14} ){0,2}(?:rechts)?anw[ae]lt(?:in|e)?|anwaltssoftware|rechnung(?:en)? (?:bitte )?(?:an|fur)|(?:wir|ich) (?:sind|bin) (?:eine? )?(?:[a-z]{2,14} )?(?:anwaltskanzlei|kanzlei|rechtsanwalt(?:skanzlei)?|jurist(?:in)?)|fur (?:anwalte|juristen|kanzleien)|gutschrift an|(?:rechnung|belege|unterlagen)(?: [a-z]{1,12}){0,2} an (?:unseren?|meinen?) anwalt|unterschreib(?:en|t)|einverstanden|freigegeben|abgesegnet|auftragsverarbeitung(?:svertrag)?|avv|kriminalroman|krimi|serie|film|roman|spiel|drehbuch|(?:werbe|status|fehler|zeit|temperatur)anzeige|anzeige (?:am|im|auf dem) (?:display|thermostat|gerat|bildschirm)|rechtliche[rn]? (?:hinweis|name|vertreter)|arbeitsplatze|tagung|betreffzeile|spamfilter|teilnehmer(?:verwaltung)?|dokumenttyp)',
    public:
      '(?:fehler(?:code|meldung)?|(?:eine? )?(?:kunde|kundin) von uns|unsere[rn]? kund(?:e|in|en)|dashboard|widget|anzeigen lassen|vorher gelesen|gelesen und trotzdem|trotzdem bestellt|vorlage|funktioniert nicht|geht nicht|klappt nicht|sturzt|absturz|login|plugin|planungstool|integration|vorschau(?:bild)?|kampagne(?:n)?|logo|verlinken|(?:funf|5|vier) sterne?|positive bewertung|gute bewertung|trotz (?:der )?(?:schlechten|negativen) bewertungen|pressemitteilung|presseanfragen?|pressebereich|artikel uber nachhaltig[a-z]{0,2}|werbeanzeigen?|konkurrent(?:en)?|gefunden|aufmerksam geworden|neugierig gemacht|andern|loschen|versehentlich|zweimal|pull requests?|code|verschwunden|wird nicht angezeigt|abgegeben|danke fur|gewinnspiel|hab(?:e)? (?:euch|sie) (?:auf|bei|uber) (?:[a-z]{2,12} )?(?:entdeckt|gesehen|gefunden))',
    regulator:
      '(?:unsere[rs]? (?:firma|unternehmens|hauses)|sehr gut|testsieger|empfiehlt|empfehlung|empfehlungen|ausgezeichnet|registriert|zugelassen|zulassung|lizenziert|zertifizier(?:t|ung)|anforderungen|vorgaben|richtlinien|konform|jahresbericht|meldepflicht(?:ig)?|schnittstelle|export|wie vereinbart|bescheid(?:s|es)? der|pdf|formular|verlangt von uns|wir sind (?:eine?|als)|ich (?:bin|arbeite) (?:bei|fur|mitarbeiter)|schulung|forderantrag|agb|gutachten|elster|steuererklarung|hinweis der)',
    chargeback:
      '(?:war unser (?:fehler|versehen)|beglichen|mangels deckung|nicht gedeckt|unterdeckung|kontodeckung|zu wenig guthaben|konto (?:war |nicht )?(?:leer|gedeckt)|unsere (?:kunden|kaufer|mieter|mitglieder)(?: [a-z0-9]{1,18}){0,12}|report|export|statistik|handler(?:n)?|versehentlich|als handler|rucklastschriftgebuhr|verwechslung|stimmt (?:aber )?(?:gar )?nicht|danke|vielen dank|karte (?:verloren|gestohlen)|adresse)',
    manager:
      '(?:eskalationsstufen?|eskalationsregeln?|danke (?:an|ihrem|ihrer|eurem|eurer|dem|der)|dank (?:an|ihrem|ihrer)|kennenlernen|freigabe|genehmigung|referenz[a-z]{0,10}|lob|kompliment|grusse?|(?:war|waren|ist|sehr|uberaus) (?:[a-z]{2,10} )?(?:freundlich|nett)|account manager|accountmanager|passwort manager|kontaktmanager|product manager|produktmanager|taskmanager|(?:ich bin|wir sind|als) (?:die |der |ein |eine )?(?:neue[rn]? )?(?:[a-z]{2,10}leiter(?:in)?|manager(?:in)?|chef(?:in)?|geschaftsfuhrer(?:in)?|inhaber(?:in)?)|adminrechte|berechtigung(?:en)?|organigramm|weihnachtsfeier|ladeanschluss)',
    unacceptable:
      '(?:ware (?:es|das)|keine katastrophe|schlimmste (?:szenario|fall)|im schlimmsten fall|katastrophenschutz|entschuldig(?:ung|en sie)|mein fehler|meine schuld|von mir|vorganger|formular|eingabe|verbindung|felder|ersatzkabel|vorherige[nr]?|fruhere[nr]?|letzte[nr]? anbieter|alte[nr]? anbieter|(?:das|es) ware|notfallplan|szenario|kleine frechheit|bewertungen gelesen|zum gluck|' +
      HAPPY +
      ')',
    waiting:
      '(?:als unbeantwortet|ansicht|filter|wartemusik|warteschleifenmusik|wartezimmer|warteraum|sla|keine eile|eilt nicht|hat zeit|brauche keine|keine antwort (?:notig|erforderlich)|(?:mein|bin im|war im|bis [0-9a-z ]{1,16}) urlaub|(?:war|bin) (?:ich )?(?:[a-z0-9]{1,10} ){0,3}krank|von mir|import|zeilen|datei|spalte[n]?|kann (?:ruhig|gern|gerne)|kein stress|gern noch|ruhig|meinerseits|bei mir gemeldet|lieferzeit|dauert laut|batterie|akku|normalerweise|im voraus|teste(?:n)?|testphase|so schnell|warnung|warnmeldung|' +
      HAPPY +
      ')',
  },
};
