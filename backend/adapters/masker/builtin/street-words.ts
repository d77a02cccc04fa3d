const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** "12 Main …": after the name. The first ones are no other word, so they count in any case. */
export const AFTER_NAME = set('street road avenue boulevard blvd lane rd ave parkway pkwy highway hwy');
export const AFTER_CAPITALS = set(
  'st drive dr way court ct place pl square sq terrace ter crescent close grove circle cir trail row walk mews gardens quay park str plaza expressway freeway loop crossing',
);
/** "12 rue …", "Calle Mayor 3": before the name. The first ones are no other word in any language we know. */
export const BEFORE_NAME = set(
  'rue boulevard chemin allée impasse quai calle c/ avenida avda paseo rua rúa travessa alameda praça rodovia estrada calçada viale piazza vicolo ulica ul trg carretera ctra carrer camiño',
);
export const BEFORE_CAPITALS = set(
  'avenue av bd blvd place route cours square passage plaza pza carrera camino ronda via corso largo r colonia',
);
/** "Lange Straße 5", "Rákóczi út 13": between a capitalised name and the number. */
export const BETWEEN = set(
  'straße strasse str weg platz allee ring gate gata gatan vei veien väg vägen út utca u tér útja körút laan straat street',
);
export const PARTICLES = set(
  'de dei degli dello du des la le les las los del della di do da dos das d l al el e y of the und im am an den der dem in upon sur sous ibn von van zum zur',
);
export const COMPOUND =
  /\p{L}{2}(?:straße|strasse|str\.|gasse|platz|allee|ufer|damm|steig|gatan|vägen|gata|vej|gade|veien|vegen|straat|laan|gracht|plein|kade|dreef|steenweg|katu|intie|weg)$/u;

export const UNITS = set('apt apartment suite ste apto appt depto flat unit');

export const STATES = set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
);
export const STATE_NAMES = set(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania island tennessee texas utah vermont virginia washington wisconsin wyoming',
);
