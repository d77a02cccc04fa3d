/** What a customer is asked who has not said what the matter is, by language. The only words that we send to customers by ourselves. */
export const DETAILS_QUESTION: Readonly<Record<string, string>> = {
  en: 'Thank you for your message. So that we can help you at once, please tell us in a reply to this message: what did you want to do, what happened instead (with the exact error message, if there is one), and since when? A person of our team will then take care of it.',
  de: 'Vielen Dank für Ihre Nachricht. Damit wir Ihnen gleich helfen können, schreiben Sie uns bitte als Antwort auf diese Nachricht: Was wollten Sie tun, was ist stattdessen geschehen (mit der genauen Fehlermeldung, falls es eine gibt), und seit wann? Jemand aus unserem Team kümmert sich dann darum.',
  fr: 'Merci pour votre message. Afin que nous puissions vous aider sans tarder, veuillez nous indiquer en réponse à ce message : que vouliez-vous faire, que s’est-il passé à la place (avec le message d’erreur exact, s’il y en a un), et depuis quand ? Une personne de notre équipe s’en occupera ensuite.',
  es: 'Gracias por su mensaje. Para que podamos ayudarle cuanto antes, díganos en respuesta a este mensaje: ¿qué quería hacer, qué ocurrió en su lugar (con el mensaje de error exacto, si lo hay) y desde cuándo? Una persona de nuestro equipo se ocupará de ello.',
  pt: 'Obrigado pela sua mensagem. Para que possamos ajudar o quanto antes, responda a esta mensagem dizendo: o que queria fazer, o que aconteceu em vez disso (com a mensagem de erro exata, se houver) e desde quando? Uma pessoa da nossa equipe cuidará disso em seguida.',
  ja: 'お問い合わせいただきありがとうございます。すぐにお手伝いできるよう、このメッセージへの返信で次のことをお知らせください。何をしようとされていたか、実際には何が起きたか（エラーメッセージがあればその文言）、いつからかをお書きください。その後、担当者が対応いたします。',
};
