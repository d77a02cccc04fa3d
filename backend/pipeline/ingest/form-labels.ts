export type FieldKind = 'contact' | 'content' | 'message';

/** Who writes and where from: set aside. */
const CONTACT = `name|your name|full name|first name|last name|surname|e-mail|email|your email|e-mail address|email address|phone|phone number|telephone|mobile|
  company|company name|organization|organisation|address|street|city|town|state|zip|zip code|postcode|postal code|country|language|customer id|customer number|page|page url|referrer|ip|ip address|submitted|submitted at|newsletter|consent|
  vorname|nachname|ihr name|e-mail-adresse|ihre e-mail|telefon|telefonnummer|handy|firma|firmenname|unternehmen|anschrift|adresse|straße|ort|stadt|plz|land|anrede|sprache|kundennummer|datenschutz|einwilligung|
  nom|votre nom|prénom|nom complet|adresse e-mail|adresse email|courriel|votre e-mail|téléphone|numéro de téléphone|portable|société|entreprise|rue|ville|code postal|pays|langue|civilité|numéro client|consentement|
  nombre|su nombre|nombre completo|apellido|apellidos|correo|correo electrónico|su correo|teléfono|móvil|celular|empresa|dirección|calle|ciudad|código postal|país|idioma|número de cliente|
  nome|seu nome|nome completo|sobrenome|apelido|endereço de e-mail|correio eletrónico|telefone|telemóvel|endereço|rua|cidade|morada|cep|idioma|cognome|indirizzo e-mail|indirizzo email|telefono|cellulare|azienda|società|indirizzo|via|città|cap|paese|lingua|
  naam|uw naam|voornaam|achternaam|e-mailadres|telefoonnummer|mobiel|bedrijf|adres|straat|plaats|postcode|land|taal|klantnummer|
  imię|imię i nazwisko|nazwisko|adres e-mail|numer telefonu|firma|adres|ulica|miasto|kod pocztowy|kraj|język|
  お名前|名前|氏名|ご氏名|フリガナ|ふりがな|メール|メールアドレス|電話番号|お電話番号|会社名|御社名|貴社名|住所|ご住所|郵便番号|国|性別|
  姓名|您的姓名|电子邮件|邮箱|电话|手机|联系电话|公司|公司名称|地址|城市|邮编|国家`;

/** What the request is about: stays with the customer's words. */
const CONTENT = `subject|topic|reason|category|request type|order|order number|order no|order id|order #|invoice|invoice number|product|product name|model|serial number|version|error|error code|error message|urgency|
  betreff|thema|anliegen|grund|bestellnummer|bestellung|auftragsnummer|rechnungsnummer|produkt|modell|seriennummer|fehlercode|fehlermeldung|
  objet|sujet|motif|numéro de commande|commande|numéro de facture|produit|modèle|numéro de série|code d'erreur|message d'erreur|
  asunto|tema|motivo|número de pedido|pedido|número de factura|producto|modelo|número de serie|código de error|
  assunto|número do pedido|número da encomenda|número da fatura|produto|número de série|código de erro|
  oggetto|argomento|numero d'ordine|numero ordine|ordine|prodotto|modello|codice errore|
  onderwerp|bestelnummer|ordernummer|factuurnummer|foutcode|reden|temat|numer zamówienia|numer faktury|kod błędu|
  件名|お問い合わせ種別|お問い合わせ種類|種別|ご用件|注文番号|ご注文番号|商品名|製品名|型番|エラーコード|主题|订单号|订单编号|产品|产品名称|错误代码`;

/** Under it the customer writes freely. */
const MESSAGE = `message|your message|comment|comments|description|question|details|how can we help|how can we help you|what can we help you with|
  nachricht|ihre nachricht|mitteilung|beschreibung|kommentar|frage|ihre frage|wie können wir helfen|wie können wir ihnen helfen|
  votre message|description|commentaire|question|votre question|mensaje|su mensaje|tu mensaje|comentario|comentarios|descripción|consulta|
  mensagem|sua mensagem|comentário|descrição|messaggio|il tuo messaggio|commento|descrizione|domanda|richiesta|
  bericht|uw bericht|omschrijving|vraag|opmerking|wiadomość|treść wiadomości|treść|opis|pytanie|
  お問い合わせ内容|お問合せ内容|お問い合わせ|内容|メッセージ|本文|ご質問|詳細|留言|消息|内容描述|问题描述|描述`;

const KINDS = new Map<string, FieldKind>([
  ...words(CONTACT, 'contact'),
  ...words(CONTENT, 'content'),
  ...words(MESSAGE, 'message'),
]);
/** `Name: Jo`, `*Name*: Jo`, `■お名前：Jo`, `【お名前】Jo`, `Name | Jo`. */
const FIELD =
  /^[\s>*_•■●◆・▪【[|-]{0,6}([\p{L}][^:：|【】[\]\n\t]{0,39}?)[\s*_】\]]{0,4}[:：|\t】\]][\s*_:：|】]{0,4}/u;

/** The field that a line opens: what kind it is and where its value begins. */
export function fieldAt(text: string): { kind: FieldKind | null; value: string } | null {
  const [opening, label = ''] = FIELD.exec(text.slice(0, 120)) ?? [];
  if (opening === undefined) return null;
  const name = label
    .toLowerCase()
    .replace(/[*_?()（）]/gu, '')
    .replace(/(?:必須|任意|required|optional)$/u, '')
    .trim();
  return { kind: KINDS.get(name) ?? null, value: text.slice(opening.length) };
}

function words(list: string, kind: FieldKind): [string, FieldKind][] {
  return list.split('|').map((word) => [word.trim(), kind]);
}
