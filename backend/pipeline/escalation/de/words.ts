/** Up to that many words between two others; the point of `3.` ends no sentence. */
export const words = (most: number): string => `(?:(?:[a-z0-9]{1,18}|\\d{1,2}\\.) ){0,${most}}`;

export const PERIOD =
  '(?:tag(?:e|en)?|werktag(?:e|en)?|wochen?|wuche|monat(?:e|en|s)?|jahr(?:e|en)?|stunden|quartal|ewig|ewigs|ewigkeit(?:en)?|zeiten)';
export const COUNT =
  '(?:\\d{1,3}|zweieinhalb|dreieinhalb|ein|eine|einer|eines|einem|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|vierzehn|zwanzig|dreissig|anderthalb|eineinhalb|ein halbes|einem halben|knapp|gut|rund|fast|uber|mehr als|mehrere[nr]?|etliche[nr]?|viele[nr]?|einige[nr]?|ganze[nr]?|volle[nr]?|paar|geschlagene[nr]?|der dritten|der zweiten|der vierten)';
export const REPLY =
  '(?:antwort(?:en)?|ruckmeldung(?:en)?|ruckmaldig|reaktion(?:en)?|losung|ruckruf(?:e)?|nachricht(?:en)?|info(?:rmation)?(?:en)?s?|lebenszeichen|auskunft|ergebnis|feedback|bescheid|anruf|stellungnahme|reply|update|fortschritt(?:e)?|hilfe|termin|sterbenswort(?:chen)?|wort|ton|mucks|zwischenstand|eingangsbestatigung)';
export const NOBODY = '(?:niemand(?:en|em)?|keiner|keine sau|kein schwein|kein mensch|kein aas|koaner|niemer)';

export const CUSTOMER = '(?:kunden?|kundin|kundinnen|abonnent(?:en|in)?|stammkunden?|mitglied|nutzer(?:in)?)';

export const HELD =
  '(?:(?:handy|mobilfunk|wartungs|rahmen|jahres|probe|strom|gas|internet|kunden|premium|geschafts|benutzer|firmen|bank|kauf|miet|leasing|versicherungs|service|dienstleistungs|fitness|zeitungs|streaming|monats|nutzer|spar|giro|online|lizenz|haupt|prepaid|haftpflicht|hausrat|kfz|auto|reise|kranken|test|team|basis|software|liefer|energie)?(?:vertrag(?:e|en|es|s)?|vertragsverhaltnis(?:ses)?|abos?|abonnements?|konto|kontos|konten|accounts?|mitgliedschaft(?:en)?|lizenz(?:en)?|versicherung(?:en)?|tarif(?:e|s)?|paket|police)|dienst(?:e|es|leistung|leistungen)?|profil|zugang|service|anschluss|leitung|zusammenarbeit|geschaftsbeziehung(?:en)?|bankverbindung|depot|probeabo)';
export const NOT_HELD =
  '(?:bestellung(?:en)?|termine?|buchung(?:en)?|reservierung(?:en)?|lieferung(?:en)?|flug|reise|auftrag|zahlung(?:en)?|newsletter|kolleg(?:e|in)|mitarbeiter(?:in)?|wohnung|job)';
export const PROVIDER =
  '(?:konkurrenz(?:produkt)?|wettbewerb(?:er|ers)?|mitbewerb(?:er|ers)?|konkurrent(?:en)?|(?:andere[nrms]?|neue[nrms]?|bessere[nrms]?|seriose[nrs]?|zuverlassigere[nrs]?) (?:anbieter[ns]?|firma|dienst|plattform|losung|bank|provider|lieferanten?|partner|system|tool|software|versicherung|studio|shop|dienstleister)|alternative[n]?|alternativanbieter)';
