import type { Phrases } from './phrases.ts';

export const pt: Phrases = {
  acknowledge: {
    angry: 'Lamentamos muito esta experiência e entendemos a sua indignação.',
    frustrated: 'Pedimos desculpas pelo transtorno que isso causou.',
    neutral: 'Obrigado pelo seu contato.',
    positive: 'Muito obrigado pela sua mensagem tão gentil.',
  },
  urgent: 'Estamos tratando o seu caso como urgente.',
  lead: 'Estes passos devem ajudar:',
  more: 'Mais informações:',
  exposed: {
    secret: 'A mensagem continha uma senha ou uma chave: recomendamos trocá-la e nunca enviá-la por mensagem.',
    card: 'Por segurança, nunca envie o número completo de um cartão.',
  },
  passOn: 'Teremos prazer em encaminhar a ideia à nossa equipe de produto.',
  meanwhile: 'Até lá, isto pode ajudar:',
  clarify: {
    billing:
      'Para verificar, informe, se ainda não o fez, de qual fatura ou pagamento se trata, a data e qual solução deseja.',
    technical:
      'Para verificar, informe, se ainda não o fez, desde quando e com quem acontece, a mensagem de erro exata e qual dispositivo, navegador ou versão do aplicativo é usado.',
    account:
      'Para verificar, informe, se ainda não o fez, de qual endereço de acesso se trata, o que deseja fazer e em que etapa para.',
    feature_request: 'Ajuda saber o que deseja alcançar, com que frequência a necessidade surge e como faz atualmente.',
    general: 'Para que possamos ajudar bem, poderia descrever com um pouco mais de detalhe o que precisa?',
  },
  welcome: 'Ficamos muito contentes. Se surgir mais alguma coisa, basta responder a esta mensagem.',
  space: ' ',
  colon: ':',
};
