import type { Phrases } from './phrases.ts';

export const es: Phrases = {
  acknowledge: {
    angry: 'Lamentamos mucho lo ocurrido y entendemos el enfado.',
    frustrated: 'Sentimos mucho las molestias.',
    neutral: 'Gracias por escribirnos.',
    positive: 'Muchas gracias por un mensaje tan amable.',
  },
  urgent: 'Lo estamos tratando como urgente.',
  lead: 'Estos pasos deberían ayudar:',
  more: 'Más información:',
  exposed: {
    secret: 'El mensaje contenía una contraseña o una clave: conviene cambiarla y no enviarla nunca por mensaje.',
    card: 'Por seguridad, nunca conviene enviar el número completo de una tarjeta.',
  },
  passOn: 'Con mucho gusto trasladaremos la idea a nuestro equipo de producto.',
  meanwhile: 'Mientras tanto, esto puede servir:',
  clarify: {
    billing:
      'Para comprobarlo necesitamos, si aún no figura en el mensaje, de qué factura o pago se trata, su fecha y la solución deseada.',
    technical:
      'Para revisarlo necesitamos, si aún no figura en el mensaje, desde cuándo ocurre y a quién afecta, el mensaje de error exacto y qué dispositivo, navegador o versión de la aplicación se usa.',
    account:
      'Para comprobarlo necesitamos, si aún no figura en el mensaje, de qué dirección de acceso se trata, qué se quiere hacer y en qué paso se detiene.',
    feature_request: 'Ayuda saber qué se quiere conseguir, con qué frecuencia se presenta y cómo se resuelve ahora.',
    general: 'Para poder ayudar bien, necesitamos una descripción un poco más detallada de lo que hace falta.',
  },
  welcome: 'Nos alegra mucho. Si surge cualquier otra cosa, basta con responder a este mensaje.',
  space: ' ',
  colon: ':',
};
