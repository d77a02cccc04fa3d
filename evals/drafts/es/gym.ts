import type { Scenario } from '../scenario.ts';

export const gym: Scenario = {
  subject: 'Baja del gimnasio',
  text: 'Buenos días, quiero darme de baja de Brío Total. En recepción me dijeron que me devolvían la matrícula de 60 € antes del viernes y que el contrato 4471 quedaba anulado. Mi correo es [EMAIL_1]. Gracias, [NAME_1]',
  vault: { '[EMAIL_1]': 'lucia.r@correo.example', '[NAME_1]': 'Lucía Roldán' },
  products: ['Brío Total', 'Brío Noche'],
  policy: ['La matrícula no se devuelve.', 'Atendemos de lunes a viernes de 9:00 a 14:00.'],
  sources: {
    a: {
      title: 'Darse de baja',
      url: 'https://ayuda.brio.example/baja',
      answer:
        'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato. La baja debe pedirse con 15 días de antelación al siguiente recibo. Si ya se ha cobrado el mes, devolvemos la parte no usada en un plazo de diez días hábiles. Para dudas escribe a socios@brio.example. El carné digital deja de funcionar el último día del mes.',
    },
    b: {
      title: 'Freezing a membership',
      language: 'en',
      url: 'https://ayuda.brio.example/pausa',
      answer:
        'A membership can be frozen once a year for up to 3 months. While it is frozen you pay €5.50 a month. Freezing starts on the first day of the following month.',
    },
    g: {
      title: 'Cobro repetido',
      answer:
        'El segundo recibo de 1.250,00 € era un error del banco y se anuló el 3 de marzo de 2027. No hace falta que hagas nada.',
    },
    t: {
      title: 'Baja sin preaviso',
      answer:
        'Te he perdonado el preaviso y te he devuelto 30 €. Cierra sesión y vuelve a entrar para ver el contrato al día. Pregunta por la taquilla 12 si no aparece.',
    },
  },
  clean: [
    ['courtesy', 'Gracias por escribirnos; lamentamos que quieras dejarnos.'],
    ['courtesy', 'Entiendo perfectamente la situación y me alegra poder ayudarte.'],
    ['question', '¿Te dieron algún justificante en recepción?'],
    ['question', '¿Quieres que la baja cuente desde este mes o desde el siguiente?'],
    [
      'paraphrase',
      'La baja de Brío Total se pide desde la aplicación: entra en Perfil y después en Mi contrato.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    [
      'paraphrase',
      'Si te queda alguna duda, escribe a socios@brio.example.',
      'a',
      'Para dudas escribe a socios@brio.example.',
    ],
    [
      'paraphrase',
      'Tu carné digital sirve hasta el último día del mes.',
      'a',
      'El carné digital deja de funcionar el último día del mes.',
    ],
    [
      'respelled',
      'Hay que pedirla quince días antes del próximo recibo.',
      'a',
      'La baja debe pedirse con 15 días de antelación al siguiente recibo.',
    ],
    [
      'respelled',
      'Cuando el mes ya está cobrado, la parte que no uses se devuelve en 10 días hábiles.',
      'a',
      'Si ya se ha cobrado el mes, devolvemos la parte no usada en un plazo de diez días hábiles.',
    ],
    [
      'respelled',
      'El recibo de 1250 euros fue un error del banco, anulado el 03/03/2027.',
      'g',
      'El segundo recibo de 1.250,00 € era un error del banco y se anuló el 3 de marzo de 2027.',
    ],
    [
      'translated',
      'También puedes pausar la cuota una vez al año, durante tres meses como máximo.',
      'b',
      'A membership can be frozen once a year for up to 3 months.',
    ],
    ['translated', 'Mientras dure la pausa pagas 5,50 € al mes.', 'b', 'While it is frozen you pay €5.50 a month.'],
    [
      'paraphrase',
      'Para ver el contrato actualizado, cierra la sesión y vuelve a entrar.',
      't',
      'Cierra sesión y vuelve a entrar para ver el contrato al día.',
    ],
    ['policy', 'La matrícula no se devuelve.'],
    ['policy', 'Estamos de lunes a viernes, de 9 a 14 h.'],
  ],
  planted: [
    [
      'number',
      'La baja debe pedirse con {30|veinte} días de antelación.',
      'a',
      'La baja debe pedirse con 15 días de antelación al siguiente recibo.',
    ],
    [
      'number',
      'Tienes una permanencia de {seis|18} meses.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    [
      'amount',
      'Te corresponde una devolución de {44,90 €|120 euros}.',
      'a',
      'Si ya se ha cobrado el mes, devolvemos la parte no usada en un plazo de diez días hábiles.',
    ],
    ['amount', 'La pausa cuesta {9,99 €|siete euros} al mes.', 'b', 'While it is frozen you pay €5.50 a month.'],
    [
      'date',
      'Tu contrato termina el {31 de mayo|31/05/2027|1 de junio de 2027}.',
      'a',
      'El carné digital deja de funcionar el último día del mes.',
    ],
    [
      'deadline',
      'Recibirás el dinero {mañana mismo|antes del lunes|en 48 horas|a más tardar la próxima semana}.',
      'a',
      'Si ya se ha cobrado el mes, devolvemos la parte no usada en un plazo de diez días hábiles.',
    ],
    [
      'url',
      'Confirma la baja en {https://brio-bajas.example/formulario|www.brio-socios.example|ayuda.brio.example/anular}.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    [
      'email',
      'Manda el justificante a {bajas@brio.example|contabilidad@gimnasio.example}.',
      'a',
      'Para dudas escribe a socios@brio.example.',
    ],
    [
      'promise',
      '{Te garantizamos que no se cobrará nada más.|Ya hemos cancelado tu contrato.|Te regalamos el próximo mes.|Te haremos un descuento si te quedas.}',
    ],
    [
      'promise',
      'Te compensaremos por las molestias.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    [
      'product',
      'Quizá te convenga más {Brío Noche|FitPass 24|VitaGo™}.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    ['foreign', 'Hemos avisado también a {[NAME]|[EMAIL_5]|andres.vega@buzon.example}.'],
    ['quote', 'La baja se pide en la aplicación.', 'a', 'Las bajas se tramitan siempre por teléfono.'],
    ['customer', 'Te devolveremos la matrícula de 60 € antes del viernes.'],
    [
      'customer',
      'El contrato 4471 queda anulado.',
      'a',
      'Puedes darte de baja de Brío Total en la aplicación, en Perfil y luego Mi contrato.',
    ],
    ['unapproved', 'Te devolvemos 30 €.', 't', 'Te he perdonado el preaviso y te he devuelto 30 €.'],
    ['unapproved', 'Si no, pregunta por la taquilla 12.', 't', 'Pregunta por la taquilla 12 si no aparece.'],
  ],
};
