import type { Phrases } from './phrases.ts';

export const de: Phrases = {
  acknowledge: {
    angry: 'Diese Erfahrung tut uns sehr leid, und wir verstehen Ihren Ärger.',
    frustrated: 'Es tut uns leid, dass Sie damit Mühe haben.',
    neutral: 'Vielen Dank für Ihre Nachricht.',
    positive: 'Herzlichen Dank für Ihre freundliche Nachricht.',
  },
  urgent: 'Wir behandeln Ihr Anliegen als dringend.',
  lead: 'Diese Schritte sollten weiterhelfen:',
  more: 'Mehr dazu:',
  exposed: {
    secret:
      'Ihre Nachricht enthielt ein Passwort oder einen Schlüssel: Bitte ersetzen Sie die Daten und senden Sie so etwas nie in einer Nachricht.',
    card: 'Bitte senden Sie nie eine vollständige Kartennummer in einer Nachricht.',
  },
  passOn: 'Wir geben die Idee gern an unser Produktteam weiter.',
  meanwhile: 'Bis dahin hilft vielleicht dies:',
  clarify: {
    billing:
      'Damit wir das prüfen können, nennen Sie uns bitte, falls noch nicht geschehen, um welche Rechnung oder Zahlung es geht, ihr Datum und welche Lösung Sie sich wünschen.',
    technical:
      'Damit wir das prüfen können, nennen Sie uns bitte, falls noch nicht geschehen, seit wann und bei wem es auftritt, die genaue Fehlermeldung sowie Gerät, Browser oder App-Version.',
    account:
      'Damit wir das prüfen können, nennen Sie uns bitte, falls noch nicht geschehen, um welche Anmeldeadresse es geht, was Sie tun möchten und bei welchem Schritt es nicht weitergeht.',
    feature_request:
      'Dafür ist gut zu wissen, was Sie erreichen möchten, wie oft der Bedarf entsteht und wie Sie sich derzeit behelfen.',
    general: 'Damit wir Ihnen gut helfen können: Könnten Sie etwas genauer beschreiben, was Sie brauchen?',
  },
  welcome: 'Das freut uns sehr. Wenn noch etwas ist, antworten Sie einfach auf diese Nachricht.',
  space: ' ',
  colon: ':',
};
