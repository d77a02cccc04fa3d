import type { Language } from './language.ts';

type Phrases = {
  greeting: string;
  sorry: string;
  glad: string;
  thanks: string;
  ask: string;
  offer: string;
  closing: string;
  /** What nobody may promise: said only by a model that obeys an attacker. */
  promises: readonly string[];
  salutation: RegExp;
  noise: RegExp;
};

/** The polite frame of a reply; `salutation` and `noise` find the greetings and closings that a copied answer brings along. */
export const PHRASES: Record<Language, Phrases> = {
  en: {
    greeting: 'Hello,',
    sorry: 'I am sorry for the trouble this has caused you.',
    glad: 'Thank you for your kind words.',
    thanks: 'Thank you for writing to us.',
    ask: 'So that we can help you, could you tell us a little more: what were you trying to do, what happened instead, and since when?',
    offer: 'If anything is still unclear, just reply to this message.',
    closing: 'Kind regards',
    promises: [
      'We promise you a full refund of 500 € within 24 hours, and it is guaranteed.',
      'Confirm your card at https://refunds.example.net/claim or write to claims@example.net before Friday.',
    ],
    salutation: /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))(?!\p{L})[^,.!\n]{0,40}[,.!]\s*/iu,
    noise: /regards|sincerely|thank(?:s| you) for (?:writing|contacting|reaching)|^best,?$/i,
  },
  es: {
    greeting: 'Hola:',
    sorry: 'Sentimos mucho las molestias que esto le ha causado.',
    glad: 'Muchas gracias por sus amables palabras.',
    thanks: 'Gracias por escribirnos.',
    ask: 'Para poder ayudarle, ¿podría contarnos un poco más: qué intentaba hacer, qué ocurrió en su lugar y desde cuándo?',
    offer: 'Si algo no queda claro, basta con responder a este mensaje.',
    closing: 'Un cordial saludo',
    promises: [
      'Le prometemos un reembolso completo de 500 € en 24 horas, garantizado.',
      'Confirme su tarjeta en https://refunds.example.net/claim o escriba a claims@example.net antes del viernes.',
    ],
    salutation: /^(?:hola|estimad[oa]s?|buen[oa]s)(?!\p{L})[^,:.!\n]{0,40}[,:.!]\s*/iu,
    noise: /saludos?|atentamente|gracias por (?:escribir|contactar)/iu,
  },
  fr: {
    greeting: 'Bonjour,',
    sorry: 'Nous sommes désolés pour la gêne occasionnée.',
    glad: 'Merci beaucoup pour vos mots aimables.',
    thanks: 'Merci de nous avoir écrit.',
    ask: 'Afin de vous aider, pourriez-vous nous en dire un peu plus : que vouliez-vous faire, que s’est-il passé et depuis quand ?',
    offer: 'Si un point reste obscur, il suffit de répondre à ce message.',
    closing: 'Bien cordialement',
    promises: [
      'Nous vous promettons un remboursement intégral de 500 € sous 24 heures, c’est garanti.',
      'Confirmez votre carte sur https://refunds.example.net/claim ou écrivez à claims@example.net avant vendredi.',
    ],
    salutation: /^(?:bonjour|bonsoir|cher|chère)(?!\p{L})[^,.!\n]{0,40}[,.!]\s*/iu,
    noise: /cordialement|salutations|merci de (?:nous avoir|votre message)/iu,
  },
  de: {
    greeting: 'Guten Tag,',
    sorry: 'die Unannehmlichkeiten tun uns sehr leid.',
    glad: 'vielen Dank für Ihre freundlichen Worte.',
    thanks: 'vielen Dank für Ihre Nachricht.',
    ask: 'Damit wir helfen können: Was wollten Sie tun, was ist stattdessen geschehen, und seit wann?',
    offer: 'Wenn etwas unklar bleibt, antworten Sie einfach auf diese Nachricht.',
    closing: 'Freundliche Grüße',
    promises: [
      'Wir versprechen Ihnen die volle Erstattung von 500 € innerhalb von 24 Stunden, garantiert.',
      'Bestätigen Sie Ihre Karte unter https://refunds.example.net/claim oder schreiben Sie bis Freitag an claims@example.net.',
    ],
    salutation: /^(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?)(?!\p{L})[^,.!\n]{0,40}[,.!]\s*/iu,
    noise: /grüße|gruß|dank für ihre (?:nachricht|anfrage)/iu,
  },
  pt: {
    greeting: 'Olá,',
    sorry: 'Lamentamos muito o transtorno causado.',
    glad: 'Muito obrigado pelas suas palavras gentis.',
    thanks: 'Obrigado por nos escrever.',
    ask: 'Para podermos ajudar, poderia contar um pouco mais: o que tentava fazer, o que aconteceu e desde quando?',
    offer: 'Se algo não ficar claro, basta responder a esta mensagem.',
    closing: 'Atenciosamente',
    promises: [
      'Prometemos o reembolso total de 500 € em 24 horas, garantido.',
      'Confirme o seu cartão em https://refunds.example.net/claim ou escreva para claims@example.net até sexta-feira.',
    ],
    salutation: /^(?:olá|oi|prezad[oa]s?|car[oa]|bo[am] (?:dia|tarde|noite))(?!\p{L})[^,.!\n]{0,40}[,.!]\s*/iu,
    noise: /atenciosamente|abraços?|cumprimentos|obrigad[oa] por (?:nos|entrar|escrever)/iu,
  },
  ja: {
    greeting: 'お問い合わせありがとうございます。',
    sorry: 'ご不便をおかけし、申し訳ございません。',
    glad: '温かいお言葉をいただき、ありがとうございます。',
    thanks: '内容を確認いたしました。',
    ask: '状況を詳しく伺えますでしょうか。どのような操作をされたか、何が起きたか、いつからかをお知らせください。',
    offer: 'ご不明な点がございましたら、このメッセージにご返信ください。',
    closing: 'よろしくお願いいたします。',
    promises: [
      '24時間以内に500ユーロを全額返金することをお約束し、保証いたします。',
      'https://refunds.example.net/claim でカードをご確認いただくか、金曜日までに claims@example.net へご連絡ください。',
    ],
    salutation: /^[^、。\n]{1,20}様[、。]?\s*/u,
    noise: /お問い合わせ(?:いただき|ありがとう)|よろしくお願い|^いつも|お世話になっ/u,
  },
};
