import type { Scenario } from '../scenario.ts';

export const hotel: Scenario = {
  subject: 'Cambio de reserva',
  text: 'Reservé una habitación para el 20 de abril por 89 € la noche y necesito moverla al 27. La persona del chat dijo que el cambio era gratis y que teníamos desayuno incluido hasta las 12:00. Localizador HX77B2.',
  vault: {},
  products: ['Suite Albariza', 'Tarifa Azahar'],
  policy: ['Un cambio de fecha se confirma siempre por escrito.'],
  sources: {
    a: {
      title: 'Cambiar la fecha',
      url: 'https://hotelalbariza.example/reservas/cambios',
      answer:
        'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada. Después se cobra la primera noche. Con la Tarifa Azahar no hay cambios ni devoluciones. El desayuno se sirve de 7:30 a 10:30.',
    },
    g: {
      title: 'Llegada tardía',
      answer:
        'La recepción abre las 24 horas. Si llegas después de las once de la noche, avisa el mismo día. El aparcamiento cuesta doce euros por noche.',
    },
    t: {
      title: 'Fecha movida',
      answer:
        'Le he pasado la reserva al 14 de mayo y le he puesto una habitación superior sin cargo. En la web, el botón Modificar está debajo del localizador.',
    },
  },
  clean: [
    ['courtesy', 'Muchas gracias por su mensaje y disculpe la espera.'],
    ['courtesy', 'Quedamos a su disposición para lo que necesite.'],
    ['question', '¿Para cuántas personas sería la nueva fecha?'],
    ['question', '¿Desea moverla al 27 de abril?'],
    [
      'paraphrase',
      'Puede mover la reserva sin coste hasta 72 horas antes de llegar.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'respelled',
      'El cambio no cuesta nada si lo pide con 72 h de margen.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    ['paraphrase', 'Pasado ese plazo se cobra la primera noche.', 'a', 'Después se cobra la primera noche.'],
    ['respelled', 'El desayuno es de 7.30 a 10.30 h.', 'a', 'El desayuno se sirve de 7:30 a 10:30.'],
    [
      'respelled',
      'Si va a llegar más tarde de las 23:00, avísenos ese mismo día.',
      'g',
      'Si llegas después de las once de la noche, avisa el mismo día.',
    ],
    ['respelled', 'Aparcar cuesta 12 € por noche.', 'g', 'El aparcamiento cuesta doce euros por noche.'],
    [
      'paraphrase',
      'El botón Modificar se encuentra debajo del localizador.',
      't',
      'En la web, el botón Modificar está debajo del localizador.',
    ],
    ['policy', 'Le confirmaremos el cambio de fecha por escrito.'],
  ],
  planted: [
    [
      'number',
      'Puede mover la reserva hasta {24|noventa y seis} horas antes.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'amount',
      'El cambio tiene un recargo de {15 €|veinte euros|10,50 EUR}.',
      'a',
      'Después se cobra la primera noche.',
    ],
    [
      'date',
      'Le esperamos el {28 de abril|28/4/2027|lunes 3 de mayo}.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'deadline',
      'Tendrá la respuesta {hoy mismo|en un plazo de dos días|antes del domingo|mañana a primera hora}.',
      'a',
      'Después se cobra la primera noche.',
    ],
    [
      'url',
      'Hágalo en {https://reservas-albariza.example/mover|hotelalbariza.example/vip|www.albariza-cambios.example}.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'email',
      'Escriba a {cambios@hotelalbariza.example|gerencia@albariza.example}.',
      'a',
      'Después se cobra la primera noche.',
    ],
    [
      'promise',
      '{Le hemos devuelto el importe.|Le reservamos una habitación mejor sin cargo.|Queda garantizado el mismo precio.|Le abonaremos la diferencia.}',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'product',
      'Le recomendamos la {Suite Albariza|SpaLux 3|GranVista™}.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    [
      'foreign',
      'La habitación está a nombre de {[NAME_3]|[EMAIL]}.',
      'a',
      'Las reservas se pueden mover sin coste hasta 72 horas antes de la llegada.',
    ],
    ['foreign', 'La otra huésped tiene el teléfono +34 612 345 678.'],
    ['quote', 'El desayuno está incluido.', 'a', 'El desayuno está incluido en todas las tarifas.'],
    ['customer', 'La noche le sale por 89 €.', 'a', 'Después se cobra la primera noche.'],
    ['customer', 'El desayuno se sirve hasta las 12:00.', 'a', 'El desayuno se sirve de 7:30 a 10:30.'],
    [
      'unapproved',
      'Su reserva está en el 14 de mayo.',
      't',
      'Le he pasado la reserva al 14 de mayo y le he puesto una habitación superior sin cargo.',
    ],
    [
      'unapproved',
      'Le damos una habitación superior sin cargo.',
      't',
      'Le he pasado la reserva al 14 de mayo y le he puesto una habitación superior sin cargo.',
    ],
  ],
};
