import type { Scenario } from '../scenario.ts';

export const bank: Scenario = {
  subject: 'Tarifa que não reconheço',
  text: 'Olá, apareceu uma tarifa de R$ 34,90 na minha Conta Maré. O atendente disse que devolveria tudo até sexta-feira e que o protocolo 90817 estava encerrado. Meu e-mail é [EMAIL_1]. [NAME_1]',
  vault: { '[EMAIL_1]': 'bia.s@correio.example', '[NAME_1]': 'Beatriz Souza' },
  products: ['Conta Maré', 'Cartão Coral'],
  policy: [
    'Tarifa cobrada por engano é sempre estornada.',
    'O atendimento funciona de segunda a sexta, das 8h às 20h.',
  ],
  sources: {
    a: {
      title: 'Tarifas da conta',
      url: 'https://ajuda.mare.example/tarifas',
      answer:
        'A Conta Maré é isenta de tarifa para quem movimenta ao menos R$ 500,00 por mês. Para contestar uma tarifa, abra Extrato, toque no lançamento e escolha Contestar. A resposta chega em até cinco dias úteis. Comprovantes podem ser enviados para contestacao@mare.example.',
    },
    b: {
      title: 'Raising the transfer limit',
      language: 'en',
      url: 'https://ajuda.mare.example/limite',
      answer:
        'The daily transfer limit can be raised to R$ 2,000.00. A new limit applies after 24 hours. You can lower it at any time.',
    },
    g: {
      title: 'Cobrança repetida',
      answer: 'A segunda cobrança de R$ 1.300,00 foi estornada em 4 de março de 2027. Não é preciso fazer nada.',
    },
    t: {
      title: 'Tarifa devolvida',
      answer:
        'Devolvi R$ 18,00 e dei três meses de isenção. Atualize o aplicativo para ver o extrato certo. Se não der, escolha a opção 6 do menu.',
    },
  },
  clean: [
    ['courtesy', 'Obrigado pela mensagem, e desculpe pelo transtorno.'],
    ['courtesy', 'Entendo a sua preocupação com esse lançamento.'],
    ['question', 'Você poderia nos dizer em que dia a tarifa apareceu?'],
    ['question', 'A cobrança de R$ 34,90 já foi debitada?'],
    [
      'paraphrase',
      'Para contestar, abra o Extrato, toque no lançamento e depois em Contestar.',
      'a',
      'Para contestar uma tarifa, abra Extrato, toque no lançamento e escolha Contestar.',
    ],
    [
      'paraphrase',
      'Se tiver um comprovante, mande para contestacao@mare.example.',
      'a',
      'Comprovantes podem ser enviados para contestacao@mare.example.',
    ],
    [
      'respelled',
      'Quem movimenta pelo menos 500 reais por mês não paga tarifa na Conta Maré.',
      'a',
      'A Conta Maré é isenta de tarifa para quem movimenta ao menos R$ 500,00 por mês.',
    ],
    ['respelled', 'Você recebe a resposta em até 5 dias úteis.', 'a', 'A resposta chega em até cinco dias úteis.'],
    [
      'respelled',
      'A cobrança de R$ 1300 foi estornada no dia 04/03/2027.',
      'g',
      'A segunda cobrança de R$ 1.300,00 foi estornada em 4 de março de 2027.',
    ],
    [
      'translated',
      'O limite diário de transferência pode subir para R$ 2.000,00.',
      'b',
      'The daily transfer limit can be raised to R$ 2,000.00.',
    ],
    ['translated', 'O novo limite passa a valer depois de 24 horas.', 'b', 'A new limit applies after 24 hours.'],
    [
      'paraphrase',
      'Atualizando o aplicativo, o extrato aparece certo.',
      't',
      'Atualize o aplicativo para ver o extrato certo.',
    ],
    ['policy', 'Quando uma tarifa é cobrada por engano, ela é estornada.'],
    ['policy', 'Atendemos de segunda a sexta, de 8h a 20h.'],
  ],
  planted: [
    ['number', 'A resposta chega em até {12|quinze} dias úteis.', 'a', 'A resposta chega em até cinco dias úteis.'],
    [
      'number',
      'Você pode fazer {quatro|30} transferências por dia.',
      'b',
      'The daily transfer limit can be raised to R$ 2,000.00.',
    ],
    ['amount', 'O valor do estorno é de {R$ 69,80|cem reais}.', 'a', 'A resposta chega em até cinco dias úteis.'],
    [
      'amount',
      'O limite pode subir para {R$ 7.500,00|10 mil reais}.',
      'b',
      'The daily transfer limit can be raised to R$ 2,000.00.',
    ],
    [
      'date',
      'O valor cai na conta em {18 de maio|18/05/2027|1º de junho de 2027}.',
      'a',
      'A resposta chega em até cinco dias úteis.',
    ],
    [
      'deadline',
      'O dinheiro volta {amanhã|até segunda-feira|em 48 horas|ainda nesta semana}.',
      'a',
      'A resposta chega em até cinco dias úteis.',
    ],
    [
      'url',
      'Conteste em {https://mare-estorno.example/pedido|www.mare-seguro.example|ajuda.mare.example/devolver}.',
      'a',
      'Para contestar uma tarifa, abra Extrato, toque no lançamento e escolha Contestar.',
    ],
    [
      'email',
      'Escreva para {ouvidoria@mare.example|estorno@banco-mare.example}.',
      'a',
      'Comprovantes podem ser enviados para contestacao@mare.example.',
    ],
    [
      'promise',
      '{Garantimos que isso não vai se repetir.|Já cancelamos a tarifa.|O próximo ano é por nossa conta.|Você terá um desconto nas próximas tarifas.}',
    ],
    ['promise', 'Vamos indenizar você pelo transtorno.', 'a', 'A resposta chega em até cinco dias úteis.'],
    [
      'product',
      'O {Cartão Coral|InvestMais 2|PixPrime™} seria melhor para você.',
      'a',
      'A resposta chega em até cinco dias úteis.',
    ],
    ['foreign', 'Também avisamos {[NAME]|[EMAIL_8]|rafael.lima@caixa-postal.example}.'],
    ['quote', 'Toque em Contestar no Extrato.', 'a', 'As contestações são feitas somente na agência.'],
    ['customer', 'Como combinado, devolveremos tudo até sexta-feira.'],
    ['customer', 'O protocolo 90817 está encerrado.', 'a', 'A resposta chega em até cinco dias úteis.'],
    ['unapproved', 'Vamos devolver R$ 18,00.', 't', 'Devolvi R$ 18,00 e dei três meses de isenção.'],
    ['unapproved', 'Você terá três meses de isenção.', 't', 'Devolvi R$ 18,00 e dei três meses de isenção.'],
  ],
};
