/** A few words in between, of the same sentence. */
const GAP = '[^.!?\\n]{0,25}';
/** The beginning and the end of a word; `\b` knows ASCII alone. */
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

/** What was done and where, in the order that the language has them; and phrases that say it all. */
type Rule = { done: string; where: string; whole: string; whereFirst?: boolean };

const RULES: Rule[] = [
  {
    done: 'solved|resolved|fixed|sorted|handled|settled|closed|clarified|explained|discussed|agreed|answered|covered|walked (?:you|the customer) through|looked at|had a look|went through|spoke|talked',
    where:
      '(?:by|on|over|via|through) (?:the )?(?:phone|telephone)|(?:on|in|during|over) (?:a|our|the|your|this|today.s) (?:phone |video |support )?call|in person|(?:in|during) (?:a|our|the) (?:remote|screen.?sharing) session|by call',
    whole:
      '(?:called|phoned|rang|telephoned) (?:the )?(?:customer|client|user|caller|requester|him|her|them)(?: back)?|(?:called|phoned|rang) you back|(?:as )?per our (?:phone |video )?(?:call|conversation)|(?:after|following) our (?:phone |video )?call|thank(?:s| you) for (?:taking my call|your time on the phone|the call)|customer (?:was )?called back',
  },
  {
    whereFirst: true,
    done: 'geklärt|gelöst|besprochen|erledigt|behoben|beantwortet|abgestimmt|vereinbart|erklärt|abgeschlossen|gesprochen',
    where:
      'telefonisch|(?:am|per|übers) telefon|im (?:telefonat|telefongespräch)|in unserem (?:telefonat|telefongespräch|gespräch)|persönlich vor ort',
    whole:
      '(?:den |die )?kund(?:e|en|in)(?: wurde)? (?:zurück)?(?:angerufen|zurückgerufen)|habe (?:sie|ihn|den kunden|die kundin) (?:zurückgerufen|zurück gerufen)|nach unserem (?:telefonat|telefongespräch)|rückruf (?:erledigt|erfolgt)',
  },
  {
    done: 'resuelto|resuelta|solucionado|solucionada|atendido|aclarado|hablado|acordado|comentado|explicado|hablamos|comentamos|acordamos|resolvimos|aclaramos|explicamos|expliqué|comenté',
    where: 'por teléfono|telefónicamente|por (?:una )?llamada|en (?:la|nuestra) llamada|en persona',
    whole:
      '(?:llamé|llamamos|se llamó|se ha llamado|he llamado|hemos llamado|devolví la llamada|devolvimos la llamada) (?:de vuelta )?(?:al? (?:la )?client[ea]|al usuario)|tras (?:nuestra|la) (?:llamada|conversación telefónica)|llamada (?:realizada )?al cliente',
  },
  {
    done: 'résolu|résolue|réglé|réglée|traité|traitée|vu|discuté|convenu|expliqué|clarifié|évoqué|échangé|parlé',
    where:
      "(?:par|au) téléphone|téléphoniquement|par appel|(?:lors de|pendant) (?:notre|l'|cet) ?(?:appel|échange téléphonique|entretien)|en personne|de vive voix",
    whole:
      "(?:rappelé|appelé|contacté par téléphone) (?:le client|la cliente|l'utilisateur)|client(?:e)? (?:rappelée?|contactée? par téléphone)|suite à (?:notre|l') ?(?:appel|(?:échange|entretien) téléphonique|conversation téléphonique)",
  },
  {
    done: 'resolvido|resolvida|solucionado|tratado|esclarecido|combinado|falado|conversado|explicado|falamos|conversamos|combinamos|resolvemos|esclarecemos|expliquei',
    where:
      'por telefone|pelo telefone|ao telefone|por (?:chamada|ligação)|na (?:chamada|ligação)|(?:na|em) nossa (?:chamada|ligação)|pessoalmente',
    whole:
      '(?:liguei|ligamos|retornei a ligação|retornamos a ligação) (?:de volta )?(?:para o|ao|à|para a) cliente|após (?:a )?nossa (?:chamada|ligação)|cliente contactado por telefone|cliente contatado por telefone',
  },
];

const JAPANESE =
  /(?:電話|通話)(?:にて|で|越しに)[^。！？\n]{0,20}(?:ました|済み|済|完了)|電話(?:対応|連絡)(?:済|完了|しました|いたしました)|(?:折り返し)?お?電話(?:を)?(?:しました|いたしました|差し上げました|さしあげました)|先ほどのお電話の通り|対面(?:にて|で)[^。！？\n]{0,20}(?:ました|済)/u;

const ELSEWHERE = RULES.map(({ done, where, whole, whereFirst }) => {
  const then = `${START}(?:${done})${END}${GAP}${START}(?:${where})${END}`;
  const before = `${START}(?:${where})${END}${GAP}${START}(?:${done})${END}`;
  return new RegExp([then, ...(whereFirst ? [before] : []), `${START}(?:${whole})${END}`].join('|'), 'u');
});

/** Whether a text says that the answer was given where nobody can read it, such as on the phone. */
export function wasSolvedElsewhere(text: string): boolean {
  const spaced = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\S\n]{1,100}/gu, ' ');
  const plain = spaced.replace(/(?<!\n) ?\n(?!\n)/g, ' ');
  return JAPANESE.test(plain) || ELSEWHERE.some((pattern) => pattern.test(plain));
}
