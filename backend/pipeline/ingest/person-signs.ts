/** Somebody who has something with us. */
const CUSTOMER =
  /\bmy (?:account|order|card|payment|subscription|bank|invoice|parcel|package|booking|flight|ticket|phone|app|wallet|money|transfer|transaction)|refund|\bcharged|(?:i|we)(?:'ve| have)? (?:bought|ordered|paid|purchased|received(?! your)|transferred|top(?:ped)? up)|order (?:number|no\.?|#)|not working|doesn't work|(?<!in )error|(?:mein(?:e|em|en)?|unser(?:e|er)?) (?:konto|bestellung|rechnung|zahlung|paket|abo)|(?:mon|ma|mes) (?:compte|commande|facture|paiement)|(?:mi|mis) (?:cuenta|pedido|factura|pago)|(?:minha|meu) (?:conta|pedido|fatura|encomenda)|(?:mio|mia) (?:ordine|conto|account|fattura)|mijn (?:account|bestelling|factuur)|moje (?:konto|zamówienie)|注文|アカウント|订单|账户/iu;
/** What one has and a stand-in does not speak of. */
const MINE = [
  /\bmy (?!absence|return|colleagues?|co-?workers?|team|manager|assistant|deputy|replacement|substitute|backup|boss|office|desk|e-?mails?|mail|inbox|mailbox|messages?|mobile|cell|voicemail|calendar|vacation|holiday|(?:annual |parental |maternity )?leave|behalf|apologies|best|regards|earliest|first day|last day)/iu,
  /(?<!\p{L})mein(?:e[mnrs]?)? (?!abwesenheit|rückkehr|kolleg|team|vertretung|stellvertret|assist|vorgesetzt|chef|büro|e-?mail|mail|postfach|posteingang|nachricht|handy|mobil|telefon|urlaub|elternzeit|sekretariat)/iu,
  /(?<!\p{L})(?:mon|ma|mes) (?!absence|retour|coll[èe]gue|équipe|remplaç|assistant|responsable|adjoint|bureau|e-?mail|mail|courriel|boîte|messag|portable|mobile|congé|vacances)/iu,
  /(?<!\p{L})mis? (?!ausencia|regreso|vuelta|retorno|reincorporación|compañer|coleg|equipo|asistente|jef|sustitut|suplente|oficina|correo|e-?mail|buz|bandeja|mensaje|móvil|celular|vacaciones)/iu,
  /(?<!\p{L})(?:meus?|minhas?) (?!ausência|regresso|retorno|volta|coleg|equip|assistente|chefe|substitut|gestor|escritório|e-?mail|correio|caixa|mensage|telemóvel|celular|férias)/iu,
  /(?<!\p{L})(?:mi[oa]|miei|mie) (?!assenza|ritorno|rientro|colleg|team|assistente|responsabile|sostitut|referente|ufficio|e-?mail|mail|casella|posta|messagg|cellulare|ferie)/iu,
  /(?<!\p{L})mijn (?!afwezigheid|terugkeer|terugkomst|colleg|team|assistent|manager|leidinggevende|vervang|kantoor|e-?mail|mail|inbox|postvak|bericht|mobiel|vakantie|verlof)/iu,
  /(?<!\p{L})m(?:oj|ó[jm])\p{L}{0,4} (?!nieobecno|powro|koleg|koleż|współprac|zesp|asystent|przełożon|zastęp|biur|e-?mail|mail|skrzyn|wiadomoś|komórk|telefon|urlop)/iu,
  /私の(?!不在|代理|上司|同僚|休暇|メール|携帯)|我的(?!邮箱|邮件|同事|助理|代理|办公室|假期|休假|手机|工作)/u,
];
/** Something went wrong, or is to be done for the writer. `Please contact my colleague` is neither. */
const NEEDS = [
  /hacked|stol(?:en|e)\b|\bemptied|declined|\bunblock|\bblocked|\blocked|\bbroken?\b|\bcrash|\bstopped|(?:n['’]t| not|^not) (?:been |being )?(?:work|sen[dt]|load|open|start|arriv|com|show|appear|deliver|charg|sync|connect|updat|sav|print|ship)|\b(?:can(?:no|['’])t|can not|unable to) (?:log|sign|open|find|use|pay|book|load|see|connect|get in|access (?!\p{L}{0,3} ?(?:e-?)?mails?))|never (?:arrived|came|got)|\bfail(?:s|ed|ing|ure)|\bmissing|\bdamaged|\bfaulty|\bdefective|\bwrong\b|\bcancel|\bscam|\bfraud|\bstuck|\bdelayed|\bcomplain|\bhelp (?:me|us)\b|\bi(?:['’]d| would)? (?:need|want|require)\b|\bi['’]d like to (?!inform|let)|\b(?:can|could|would|will) you\b|\bhow (?:do|can|to)\b|\bplease(?: \p{L}{1,12})? (?:unlock|fix|help|cancel|check|block|lock|stop|reset|change|update|ship|deliver|give|tell|confirm|advise|activate|delete|remove|restore|resend|look into|investigate|do something)|return (?:my|the|our) money/iu,
  /gehackt|gestohlen|geklaut|gesperrt|sperren|kaputt|defekt|abgelehnt|(?:funktionier|geh|klapp|lad|starte|komm)\p{L}{0,3} (?:\p{L}{1,10} )?nicht|nicht (?:mehr )?(?:angekommen|geliefert|gesendet|einloggen|anmelden)|fehler|storn|gekündigt|kündigen|abgebucht|verloren|falsch|beschädigt|fehlt|betrug|erstatt|(?:helf(?:en|t)|hilf) (?:sie )?(?:mir|uns)|(?:brauche|benötige) ich|ich (?:brauche|benötige|will|möchte (?!sie|mich))|(?:können|könnten) sie(?! (?:mich|sich))|(?:kannst du|könnt ihr)|bitte um hilfe/iu,
  /piraté|volée?s?(?!\p{L})|bloqu|débloqu|cassée?|en panne|refusée?|(?:ne|n['’]) ?\p{L}{1,14} (?:pas|plus)(?! (?:accès|disponible|joignable|au bureau))|jamais (?:reçu|arrivé)|erreur|annul|perdue?|manque|endommagé|fraude|arnaque|rembours|aide[zr]?[- ](?:moi|nous)|j['’]ai besoin|je (?:veux|voudrais)|pouvez[- ]vous|pourriez[- ]vous/iu,
  /hackead|robad|bloque|desbloque|roto|rota|rechazad|no (?:funciona|llega|llegó|puedo (?:entrar|pagar|acceder)|carga|abre|se envía)|falla|fallo|cancela|perdid|falta|dañad|fraude|estafa|reembols|devuelv|ayúd(?:ame|enme|eme)|necesito|quiero|pued(?:e|en|es) (?:ayudar|envi|decir)|podría/iu,
  /hackead|roubad|bloque|desbloque|quebrad|partid[oa]|recusad|não (?:funciona|chegou|consigo|carrega|abre|recebi)|falh|erro(?!\p{L})|cancela|perdid|danificad|fraude|burla|golpe|reembols|devolv|ajud(?:em|e|a)-me|me ajud|preciso|quero|pod(?:e|em) (?:ajudar|enviar|dizer)|poderia/iu,
  /hackerat|rubat|blocc|sblocc|rott[oa]|rifiutat|non (?:funziona|arriva|è arrivat|riesco|carica|si apre|ho ricevuto)|errore|annulla|pers[oa](?!\p{L})|manca(?!\p{L})|danneggiat|frode|truff|rimbors|aiuta(?:temi|mi)|mi aiuti|ho bisogno|voglio|vorrei (?!informar)|può (?:aiutar|inviar|dir)|potete|potrebbe/iu,
  /gehackt|gestolen|geblokkeerd|blokke|deblokke|kapot|defect|geweigerd|(?:werkt|komt|laadt|opent|start|doet) (?:het )?niet|niet (?:aangekomen|ontvangen|geleverd|inloggen)|fout|annul|geannuleerd|kwijt|verloren|ontbreekt|beschadigd|fraude|oplichting|terugbetal|help (?:mij|me|ons)|ik (?:wil|heb \p{L}{1,8} nodig)|k[au](?:n|nt) (?:u|je) (?:mij|me|dit|het|de)|zou u/iu,
  /zhakowan|skradzion|ukradzion|zablok|odblok|zepsut|uszkodz|odrzucon|nie (?:działa|dotarł|przyszł|mogę (?:się|zapłac|wejść)|otwiera|ładuje)|błąd|anulow|zgubi|brakuje|oszust|zwrot|zwróć|pomóż(?:cie)? mi|proszę o pomoc|potrzebuję|chc(?:ę|iał)|cz(?:y) (?:mo|może)/iu,
  /届きません|届いていません|届かない|動きません|動かない|使えません|使えない|ログインでき|エラー|壊れ|故障|盗まれ|不正|返金|キャンセル|ロック|困って|助けて|(?:解除|停止|変更|確認|対応|処理|修正|送付)(?:を)?(?:して(?:ください|下さい)|お願い)|してほしい|したいです|教えて/u,
  /被盗|盗刷|被黑|冻结|解冻|锁定|解锁|打不开|无法(?:登录|付款|使用|打开|支付)|不能(?:登录|付款|使用|用)|没(?:有)?(?:收到|到)|坏了|错误|退款|退钱|取消|投诉|诈骗|丢了|帮(?:我|忙)|请(?:尽快)?(?:帮|处理|解决|退|取消|解)|我(?:需要|想要?|要)/u,
];

/** A sign of a customer, which no advert has. */
export const isCustomer = (text: string): boolean => CUSTOMER.test(text);

/** Whether somebody asks or complains here, as no machine does in his place. */
export const isPerson = (text: string): boolean =>
  /[?？]/.test(text) || [CUSTOMER, ...MINE, ...NEEDS].some((pattern) => pattern.test(text));
