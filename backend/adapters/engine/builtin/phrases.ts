import type { Sentiment } from '../../../contract/taxonomy.ts';

export type Phrases = {
  greeting: string;
  /** Said first, by the customer's mood. */
  acknowledge: Record<Sentiment, string>;
  /** Leads over to what solved a similar case. */
  lead: string;
  /** Said when the only known answers are in another language. */
  similar: string;
  /** Asks for what is missing; `general` also serves categories that are not ours. */
  clarify: Record<'billing' | 'technical' | 'account' | 'feature_request' | 'general', string>;
  closing: string;
  /** Between sentences. */
  space: string;
};

const en: Phrases = {
  greeting: 'Hello,',
  acknowledge: {
    angry: 'We are very sorry about this experience, and we understand why you are upset.',
    frustrated: 'We are sorry for the trouble this has caused you.',
    neutral: 'Thank you for getting in touch.',
    positive: 'Thank you very much for your kind message.',
  },
  lead: 'This should help:',
  similar: 'A similar case is known to us; to see whether its solution fits yours, we need a little more.',
  clarify: {
    billing: 'To look into this, could you tell us which invoice or payment it is about, and its date?',
    technical:
      'To look into this, could you tell us what you did, what happened, any error message, and the device and version you use?',
    account:
      'To look into this, could you tell us which account it is about, what you want to do, and at which step it stops?',
    feature_request:
      'To pass this on properly, could you tell us what you would like to achieve and how you manage today?',
    general: 'So that we can help you properly, could you describe in a little more detail what you need?',
  },
  closing: 'Kind regards',
  space: ' ',
};

const es: Phrases = {
  greeting: 'Hola:',
  acknowledge: {
    angry: 'Lamentamos mucho esta experiencia y entendemos su enfado.',
    frustrated: 'Sentimos las molestias que esto le ha causado.',
    neutral: 'Gracias por ponerse en contacto con nosotros.',
    positive: 'Muchas gracias por su amable mensaje.',
  },
  lead: 'Esto debería ayudarle:',
  similar: 'Conocemos un caso parecido; para ver si su solución sirve en el suyo necesitamos algún dato más.',
  clarify: {
    billing: 'Para revisarlo, ¿podría indicarnos de qué factura o pago se trata y su fecha?',
    technical:
      'Para revisarlo, ¿podría decirnos qué hizo, qué ocurrió, el mensaje de error y qué dispositivo y versión utiliza?',
    account: 'Para revisarlo, ¿podría decirnos de qué cuenta se trata, qué desea hacer y en qué paso se detiene?',
    feature_request: 'Para trasladarlo bien, ¿podría contarnos qué le gustaría conseguir y cómo lo resuelve hoy?',
    general: 'Para poder ayudarle bien, ¿podría describir con un poco más de detalle lo que necesita?',
  },
  closing: 'Un saludo',
  space: ' ',
};

const fr: Phrases = {
  greeting: 'Bonjour,',
  acknowledge: {
    angry: 'Nous sommes vraiment désolés de cette expérience et comprenons votre mécontentement.',
    frustrated: 'Nous sommes désolés de la gêne que cela vous a causée.',
    neutral: 'Merci de nous avoir écrit.',
    positive: 'Merci beaucoup pour votre aimable message.',
  },
  lead: 'Voici ce qui devrait vous aider :',
  similar:
    'Nous connaissons un cas semblable ; pour savoir si sa solution convient au vôtre, il nous faut quelques précisions.',
  clarify: {
    billing: 'Afin de vérifier, pourriez-vous nous indiquer la facture ou le paiement concerné et sa date ?',
    technical:
      'Afin de vérifier, pourriez-vous nous dire ce que vous avez fait, ce qui s’est passé, le message d’erreur, ainsi que l’appareil et la version utilisés ?',
    account:
      'Afin de vérifier, pourriez-vous nous dire de quel compte il s’agit, ce que vous souhaitez faire et à quelle étape cela bloque ?',
    feature_request:
      'Afin de bien transmettre votre idée, pourriez-vous nous dire ce que vous aimeriez obtenir et comment vous faites aujourd’hui ?',
    general: 'Afin de bien vous aider, pourriez-vous décrire un peu plus précisément ce dont vous avez besoin ?',
  },
  closing: 'Cordialement',
  space: ' ',
};

const de: Phrases = {
  greeting: 'Guten Tag,',
  acknowledge: {
    angry: 'diese Erfahrung tut uns sehr leid, und wir verstehen Ihren Ärger.',
    frustrated: 'es tut uns leid, dass Sie damit Mühe haben.',
    neutral: 'vielen Dank für Ihre Nachricht.',
    positive: 'herzlichen Dank für Ihre freundliche Nachricht.',
  },
  lead: 'Folgendes sollte weiterhelfen:',
  similar: 'Ein ähnlicher Fall ist uns bekannt; ob seine Lösung zu Ihrem passt, sehen wir mit ein paar Angaben mehr.',
  clarify: {
    billing: 'Um das zu prüfen: Um welche Rechnung oder Zahlung geht es, und von welchem Datum ist sie?',
    technical:
      'Um das zu prüfen: Was haben Sie getan, was ist passiert, welche Fehlermeldung erschien, und welches Gerät und welche Version nutzen Sie?',
    account:
      'Um das zu prüfen: Um welches Konto geht es, was möchten Sie tun, und bei welchem Schritt geht es nicht weiter?',
    feature_request: 'Damit wir das gut weitergeben können: Was möchten Sie erreichen, und wie lösen Sie es heute?',
    general: 'Damit wir Ihnen gut helfen können: Könnten Sie etwas genauer beschreiben, was Sie brauchen?',
  },
  closing: 'Freundliche Grüße',
  space: ' ',
};

const pt: Phrases = {
  greeting: 'Olá,',
  acknowledge: {
    angry: 'Lamentamos muito esta experiência e entendemos a sua indignação.',
    frustrated: 'Pedimos desculpas pelo transtorno que isso causou.',
    neutral: 'Obrigado pelo seu contato.',
    positive: 'Muito obrigado pela sua mensagem tão gentil.',
  },
  lead: 'Isto deve ajudar:',
  similar: 'Conhecemos um caso parecido; para saber se a solução serve no seu, precisamos de mais alguns dados.',
  clarify: {
    billing: 'Para verificar, poderia nos dizer de qual fatura ou pagamento se trata e a data?',
    technical:
      'Para verificar, poderia nos dizer o que fez, o que aconteceu, a mensagem de erro e qual dispositivo e versão utiliza?',
    account: 'Para verificar, poderia nos dizer de qual conta se trata, o que deseja fazer e em que etapa para?',
    feature_request: 'Para encaminhar bem a ideia, poderia nos contar o que gostaria de alcançar e como faz hoje?',
    general: 'Para que possamos ajudar bem, poderia descrever com um pouco mais de detalhe o que precisa?',
  },
  closing: 'Atenciosamente',
  space: ' ',
};

const ja: Phrases = {
  greeting: 'お問い合わせいただき、ありがとうございます。',
  acknowledge: {
    angry: 'このたびはご不快な思いをおかけし、誠に申し訳ございません。',
    frustrated: 'ご不便をおかけし、申し訳ございません。',
    neutral: 'ご連絡の内容を拝見しました。',
    positive: '温かいお言葉をいただき、心より感謝いたします。',
  },
  lead: '次の内容がお役に立つかと存じます。',
  similar: '似た事例がございますが、同じ方法が当てはまるかを確かめるため、もう少しお聞かせください。',
  clarify: {
    billing: '確認のため、該当する請求書またはお支払いとその日付をお知らせいただけますでしょうか。',
    technical:
      '確認のため、操作の内容、起きたこと、エラーメッセージ、ご利用の端末とバージョンをお知らせいただけますでしょうか。',
    account: '確認のため、対象のアカウント、なさりたいこと、どの手順で止まるかをお知らせいただけますでしょうか。',
    feature_request: 'ご要望を正しく伝えるため、実現したいことと現在の方法をお聞かせいただけますでしょうか。',
    general: '適切にご案内するため、ご用件をもう少し詳しくお聞かせいただけますでしょうか。',
  },
  closing: 'どうぞよろしくお願いいたします。',
  space: '',
};

const byLanguage: Record<string, Phrases> = { en, es, fr, de, pt, ja };

/** English for a language that has none. */
export const phrasesFor = (language: string): Phrases => byLanguage[baseLanguage(language)] ?? en;

/** `pt` of `pt-BR`. */
export const baseLanguage = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';
