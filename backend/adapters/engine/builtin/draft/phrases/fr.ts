import type { Phrases } from './phrases.ts';

export const fr: Phrases = {
  acknowledge: {
    angry: 'Nous sommes vraiment désolés de cette expérience et comprenons votre mécontentement.',
    frustrated: 'Nous sommes désolés de la gêne que cela vous a causée.',
    neutral: 'Merci de nous avoir écrit.',
    positive: 'Merci beaucoup pour votre aimable message.',
  },
  urgent: 'Nous traitons votre demande en urgence.',
  lead: 'Ces étapes devraient vous aider :',
  more: 'En savoir plus :',
  exposed: {
    secret:
      'Votre message contenait un mot de passe ou une clé : merci de le remplacer et de ne jamais en envoyer dans un message.',
    card: 'Merci de ne jamais envoyer un numéro de carte complet dans un message.',
  },
  passOn: 'Nous transmettrons volontiers cette idée à notre équipe produit.',
  meanwhile: 'En attendant, ceci peut vous aider :',
  clarify: {
    billing:
      'Afin de vérifier, merci de nous indiquer, si ce n’est pas déjà fait, la facture ou le paiement concerné, sa date et ce que vous souhaitez.',
    technical:
      'Afin de vérifier, merci de nous indiquer, si ce n’est pas déjà fait, depuis quand et chez qui cela se produit, le message d’erreur exact, ainsi que l’appareil, le navigateur ou la version utilisés.',
    account:
      'Afin de vérifier, merci de nous indiquer, si ce n’est pas déjà fait, l’adresse de connexion concernée, ce que vous souhaitez faire et à quelle étape cela bloque.',
    feature_request:
      'Il lui est utile de savoir ce que vous souhaitez obtenir, à quelle fréquence le besoin se présente et comment vous faites actuellement.',
    general: 'Afin de bien vous aider, pourriez-vous décrire un peu plus précisément ce dont vous avez besoin ?',
  },
  welcome: 'Cela nous fait très plaisir. Pour toute autre question, il suffit de répondre à ce message.',
  space: ' ',
  colon: ' :',
};
