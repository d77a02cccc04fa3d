import { wordList } from './word-list.ts';

export const angry = wordList({
  en: 'thieving|what kind of|joke|at once|how dare|furious|outrag|unacceptable|disgust|ridiculous|worst|scam|thieves|thief|terrible|appalling|lawyer|sue |rip-off|liars|useless|fed up|incompeten|disgrace|shame',
  es: 'devuelvan|exijo|basta|increíble que|inaceptable|vergüenza|ladron|estafa|robo|pésim|indignad|denunci|abogado|hart|furios|inútil|peor',
  fr: 'tribunal|scandaleux|vous vous moquez|inacceptable|honte|voleur|arnaque|scandal|furieu|avocat|ras-le-bol|incompét|lamentable|pire|inadmissible',
  de: 'verlange|sofort|endlich|saftladen|unverschämt|frechheit|inakzeptabel|betrug|abzocke|anwalt|wütend|schlimmste|katastrophe|unfähig|lächerlich|zumutung|skandal',
  pt: 'resolvam|exijo|palhaç|quero meu|inaceitável|absurdo|vergonha|ladr|golpe|roubo|péssim|indignad|processar|advogado|palhaçada|furios|pior',
  ja: '！！|しろ|どういうこと|出せ|早くして|ふざけ|最悪|詐欺|許せ|怒|弁護士|ひどすぎ|いい加減に|訴え|論外|泥棒',
});

export const frustrated = wordList({
  en: 'times|gone|stuck|even|frustrat|annoy|disappoint|again|still|third time|second time|waiting|no reply|no answer|ignored|nobody|tired|losing|urgent|every time|for days|for weeks',
  es: 'veces|no llega|sin |frustra|molest|decepcion|otra vez|todavía|sigue sin|tercera vez|esperando|nadie|sin respuesta|cansad|perdiendo|urgente|siempre',
  fr: 'fois|aucun|frustr|agaç|déç|encore|toujours|troisième fois|attends|attente|personne|sans réponse|fatigu|perd|urgent|chaque fois',
  de: 'trotzdem|schon |dreimal|zum zweiten|nichts|frustr|ärger|enttäuscht|schon wieder|immer noch|dritte mal|warte|niemand|keine antwort|verlier|dringend|jedes mal|seit tagen|seit wochen|leider',
  pt: 'continua|vezes|outra|não chega|frustra|chatead|decepcion|de novo|outra vez|ainda|terceira vez|esperando|ninguém|sem resposta|cansad|perdendo|urgente|sempre',
  ja: '届かない|できない|ません|のに|困って|何度も|まだ|返事がな|返信がな|がっかり|待って|不便|早急|至急|いつも|残念|連絡がな',
});

export const positive = wordList({
  en: 'thanks|thank you|great|lovely|thank you so much|great job|love|excellent|amazing|wonderful|perfect|happy with|awesome|fantastic|brilliant|delighted|well done',
  es: 'gracias|aplausos|bravo|encanta|excelente|genial|maravillos|perfect|felicidades|content|estupend|fantástic|muchas gracias por',
  fr: 'merci|adore|excellent|génial|parfait|bravo|ravi|super|merveilleu|formidable',
  de: 'danke|dank|lob |kompliment|super|toll|ausgezeichnet|perfekt|begeistert|großartig|klasse|zufrieden|liebe|wunderbar',
  pt: 'obrigad|parabéns|show|adoro|amo|excelente|ótimo trabalho|maravilhos|perfeit|parabéns|feliz|fantástic|incrível',
  ja: 'ありがとう|感謝|おかげ|素晴らし|助かって|気に入って|大好き|最高|嬉しい|快適|満足|感謝',
});

export const P1_WORDS = wordList({
  en: 'entire|all sites|dead|all our|since last night|every customer|all customers|outage|everything is down|completely down|is down|are down|nothing works|data loss|lost all|all our data|all data|deleted all|disappeared|hacked|breach|stolen|cannot use|nobody can|no one can|all users|unauthori|production|entire team|whole team',
  es: 'ningún cliente|todos los|todas las|servicio caído|caíd|nada funciona|no funciona nada|perdido todos|perdimos|todos los datos|hacke|robad|nadie puede|ningún|desapareci|todo el equipo|fuera de servicio',
  fr: 'tout le monde|tous nos|aucun client|production|tous les|rien ne marche|rien ne fonctionne|perdu toutes|perte de données|toutes les données|toutes nos|pirat|volé|personne ne peut|disparu|toute l.équipe|en panne',
  de: 'sämtliche|alle unsere|tot |kein einziger|server|bei allen|gesamte|nichts geht|geht nichts|ausfall|datenverlust|alle daten|alle termine|gehackt|gestohlen|niemand kann|verschwunden|komplett|nicht erreichbar|ganze team',
  pt: 'ninguém|todos os clientes|nenhum cliente|servidor|inteir|fora do ar|nada funciona|perdemos todos|perda de dados|todos os dados|hacke|invadi|roubad|ninguém consegue|sumiram|sumiu|equipe inteira',
  ja: 'すべて|停止|止まっ|応答せ|全店|全て|ダウン|全員|全く使え|まったく使え|すべて消え|全て消え|データが消え|消えて|不正アクセス|乗っ取|漏洩|障害|全社|サービスが停止|使えません',
});

export const P2_WORDS = wordList({
  en: 'tomorrow|until|before|friday|monday|due|error|broken|fails|failed|crash|cannot|can.t|unable|does not work|doesn.t work|not working|stopped working|charged twice|billed twice|locked out|double|today|urgent|losing|wrong',
  es: 'mañana|viernes|antes de|alquiler|error|fallo|falla|no puedo|no podemos|no funciona|no carga|cobrado|dos veces|bloquead|urgente|perdiendo|hoy',
  fr: 'demain|vendredi|dimanche|loyer|avant|erreur|ne fonctionne|ne marche|impossible|ne peux|ne pouvons|deux fois|bloqué|urgent|plant|aujourd.hui',
  de: 'morgen|freitag|übermorgen|trotzdem|klappt|fehler|funktioniert nicht|geht nicht|kann nicht|können nicht|doppelt|zweimal|gesperrt|dringend|stürzt|abgestürzt|heute|kann mich nicht',
  pt: 'amanhã|sexta|vence|agora|erro|falha|não consigo|não conseguimos|não funciona|duas vezes|bloquead|urgente|trava|hoje|perdendo',
  ja: 'までに|明日|明後日|エラー|できません|できない|不具合|二重|二回|至急|ロック|失敗|クラッシュ|開けません|届きません|届かない',
});

export const P4_WORDS = wordList({
  en: 'feature request|would be nice|would be great|would love|suggestion|feedback|cosmetic|typo|just wanted|colour|color|dark mode|idea',
  es: 'sugerencia|estaría bien|sería genial|me gustaría que|opinión|color|errata|modo oscuro|idea',
  fr: 'suggestion|ce serait|serait bien|avis|couleur|faute de frappe|mode sombre|idée',
  de: 'vorschlag|wäre schön|wäre toll|wäre super|feedback|rückmeldung|farbe|tippfehler|dunkelmodus|idee|wunsch',
  pt: 'sugestão|seria bom|seria ótimo|gostaria que|opinião|cor |erro de digitação|modo escuro|ideia',
  ja: '要望|提案|あると嬉しい|あれば|感想|誤字|色|ダークモード|ほしい|希望',
});

export const escalation = wordList({
  en: 'lawyer|legal action|sue |attorney|cancel my|cancel our|cancelling my|manager|supervisor|escalate|chargeback|dispute|twitter|trustpilot|review|consumer protection|regulator|ombudsman|unacceptable|worst|going public|waiting for',
  es: 'abogad|demand|denunci|cancelar mi|darme de baja|gerente|supervisor|encargado|consumidor|redes sociales|reseña|contracargo|inaceptable|esperando',
  fr: 'avocat|justice|plainte|résilier|annuler mon|responsable|supérieur|réseaux sociaux|avis|répression des fraudes|contestation|inacceptable|attends depuis',
  de: 'anwalt|rechtliche|klage|kündig|vorgesetzt|geschäftsführ|teamleit|verbraucherschutz|verbraucherzentrale|bewertung|rückbuchung|inakzeptabel|warte seit',
  pt: 'advogad|processar|processo|procon|reclame aqui|cancelar minha|cancelar a|gerente|supervisor|redes sociais|avaliação|contestar|inaceitável|esperando há',
  ja: '弁護士|訴え|法的|消費者|解約し|解約させ|責任者|上司|上の方|SNS|口コミ|レビュー|チャージバック|許せ|待たされ',
});
