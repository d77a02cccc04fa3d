import type { Orders } from './compile.ts';

const DROP =
  '(?:ignoriere?|ignorieren sie|ignorieren|ignoriert|vergiss|vergesse|vergessen sie|missachte|missachten sie|verwirf|verwerfen sie|ubergehe|ubergehen sie|uberschreibe|umgehe|umgehen sie|befolge nicht|befolgen sie nicht)';
const ORDERS =
  '(?:anweisung(?:en)?|instruktion(?:en)?|vorgaben?|richtlinien?|regeln?|befehle?n?|anordnungen|systemprompts?|prompts?|beschrankungen|einschrankungen|programmierung)';
const EARLIER =
  '(?:vorherigen?|vorigen?|bisherigen?|fruheren?|vorangegangenen?|vorangehenden?|vorhergehenden?|obigen?|obenstehenden?|ursprunglichen?|anfanglichen?|vorstehenden?|alten|internen?)';
const MODEL =
  '(?:(?:einer?|eine|die|der|das|ein) )?(?:ki|k i|kunstliche intelligenz|ki (?:assistent|modell|system|agent|bot)|sprachmodell|llm|chatgpt|chat gpt|gpt|chatbot|(?:virtueller )?ki assistent|virtueller assistent)';
const REVEAL =
  '(?:zeige?|zeigen sie|verrate?|verraten sie|gib|geben sie|nenne?|nennen sie|wiederhole?|wiederholen sie|drucke?|schreibe?|ubersetze?|ubersetzen sie|fasse?|offenbare?|was ist|wie lautet|wie lauten)';

export const de: Orders = {
  spaced: true,
  phrases: [
    `${DROP} (?:(?:bitte|alle|aller|samtliche|jegliche|die|deine|ihre|diese|den|saemtliche) ){0,3}${EARLIER} (?:(?:und|sicherheits|system) ){0,2}${ORDERS}`,
    `${DROP} (?:(?:bitte|alle|samtliche|jegliche) ){0,2}(?:deine|alle|samtliche|jegliche) (?:${EARLIER} )?(?:anweisungen|instruktionen|vorgaben|richtlinien|systemprompts?|prompts|programmierung|systemanweisungen)`,
    '(?:vergiss|vergessen sie|ignoriere|ignorieren sie) alles (?:(?:bisherige|vorherige|obige|davor|zuvor|was) )?(?:was )?(?:(?:du|sie|man|dir|ihnen|bisher|vorher|zuvor|oben|gesagt|beigebracht|gelernt|weisst|wissen|wurde|hast|haben|steht) ){2,6}(?:und|gelernt|gesagt|beigebracht|weisst|wissen|wurde|hast|haben|steht)',
    '(?:ab jetzt|ab sofort|von nun an|von jetzt an|ab nun) (?:(?:bist|wirst|antwortest|verhaltst|handelst|agierst|gehorchst|sprichst|musst|sollst|darfst) du|antworte|verhalte dich|handle|agiere|gehorche)',
    `(?:verhalte dich|verhalten sie sich|agiere|agieren sie|antworte|antworten sie|handle|tu so|tue so|stell dir vor|gib dich|spiele?) (?:(?:als|wie|ob|du|waerst|warst|seist|aus|warest) ){1,4}(?:(?:eine?|einer|ein|der|die) )?(?:[a-z]{1,20} ){0,2}(?:${MODEL}|dan|terminal|assistent ohne)`,
    `(?:du bist|sie sind) (?:(?:jetzt|nun|ab jetzt|ab sofort|kein|keine|nicht mehr|nur) ){1,2}(?:(?:eine?|ein) )?(?:[a-z]{1,20} )?${MODEL}`,
    `${REVEAL} (?:(?:mir|uns|deinen?|ihren?|den|die|das|der|dein|deine|ihr|alle|gesamten?|vollstandigen?|kompletten?|genauen?|inhalt|wortlaut|deines|des) ){0,5}(?:systemprompts?|system prompts?|systemanweisung(?:en)?|systemnachricht|(?:ursprunglichen?|geheimen?|internen?|versteckten?|initialen?) (?:anweisungen|instruktionen|prompts?))`,
    `(?:hinweis|nachricht|achtung|anweisung(?:en)?|wichtig|anmerkung|notiz) (?:fur|an) (?:(?:die|den|das|jede|alle|unsere|eure) )?${MODEL}`,
    `(?:falls|wenn) (?:du|sie) ${MODEL} (?:bist|sind) (?:und|dann|ignoriere|markiere|klassifiziere|antworte|musst)`,
    'ohne (?:(?:jegliche|jede|alle|deine) )?(?:ethischen?|moralischen?|inhaltlichen?) (?:[a-z]{1,20} )?(?:einschrankung(?:en)?|beschrankung(?:en)?|filter|grenzen|bedenken|richtlinien)',
    'neue (?:systemanweisung(?:en)?|anweisung(?:en)? (?:fur|an) (?:die ki|das modell|den assistenten))',
    '(?:antworte|antworten sie|schreibe|gib) (?:(?:nur|ausschliesslich|lediglich|einfach) ){1,2}(?:mit )?(?:dem wort|den worten|dem satz|dem text|json|in json|als json)',
    '(?:beginne|beginnen sie|beende) (?:jede|deine|alle deine|jede deiner) (?:antwort|antworten|nachricht|nachrichten) mit',
    '(?:setze|setzen sie|stelle|andere) (?:(?:die|den|das|deine) )?(?:konfidenz|dringlichkeit|stimmung|confidence|urgency) (?:auf|zu|als) (?:p ?[1-4]|[01]|100|hoch|niedrig|maximal|positiv)',
    '(?:klassifiziere|kategorisiere|stufe|bewerte|markiere) (?:dieses|diese|alle|jedes|jede) (?:ticket|nachricht|tickets|nachrichten|mail) (?:als|mit) (?:p ?[1-4]|dringlichkeit|kategorie|positiv|neutral)',
  ],
};
