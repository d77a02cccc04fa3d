import type { Scenario } from '../scenario.ts';

export const coffee: Scenario = {
  subject: 'Assinatura de café',
  text: 'O pacote de abril do Clube Serra veio com 250 g em vez de 500 g. No chat prometeram outro pacote na segunda-feira e 20% na próxima caixa. Pedido CS-1182.',
  vault: {},
  products: ['Clube Serra', 'Caixa Raridades'],
  policy: ['Pacote com peso errado é reposto sem custo.'],
  sources: {
    a: {
      title: 'Sua caixa mensal',
      url: 'https://clubeserra.example/ajuda/caixa',
      answer:
        'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis. Você pode pular um mês até três dias antes do envio. O frete é grátis a partir de R$ 90,00. Fotos de pacotes com defeito são aceitas por até 30 dias.',
    },
    g: {
      title: 'Moagem',
      answer:
        'A moagem pode ser trocada em Preferências até as 18h do dia anterior. Para coador, escolha a moagem média.',
    },
    t: {
      title: 'Pacote rasgado',
      answer: 'Mandei outro pacote no dia 16 de março e coloquei um brinde. Guarde o café longe da luz.',
    },
  },
  clean: [
    ['courtesy', 'Sentimos muito pelo engano no seu pacote.'],
    ['courtesy', 'Qualquer dúvida, é só chamar.'],
    ['question', 'Você consegue nos mandar uma foto da etiqueta?'],
    ['question', 'O pacote de 250 g estava lacrado?'],
    [
      'paraphrase',
      'As caixas saem no dia 10 e levam de 4 a 6 dias úteis.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    [
      'respelled',
      'Ela chega entre quatro e seis dias úteis depois do envio.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    [
      'respelled',
      'Para pular um mês, avise 3 dias antes do envio.',
      'a',
      'Você pode pular um mês até três dias antes do envio.',
    ],
    ['respelled', 'Acima de R$ 90 o frete é grátis.', 'a', 'O frete é grátis a partir de R$ 90,00.'],
    [
      'respelled',
      'Aceitamos fotos de pacotes com defeito por trinta dias.',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    [
      'respelled',
      'A moagem pode ser trocada até as 18:00 da véspera, em Preferências.',
      'g',
      'A moagem pode ser trocada em Preferências até as 18h do dia anterior.',
    ],
    ['paraphrase', 'Vale guardar o café longe da luz.', 't', 'Guarde o café longe da luz.'],
    ['policy', 'Um pacote com peso errado é reposto sem custo.'],
  ],
  planted: [
    [
      'number',
      'A caixa chega em {10|nove} dias úteis.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    [
      'number',
      'Você tem direito a {duas|7} trocas por ano.',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    [
      'amount',
      'O frete é grátis a partir de {R$ 60,00|cento e vinte reais}.',
      'a',
      'O frete é grátis a partir de R$ 90,00.',
    ],
    [
      'date',
      'O novo pacote sai no dia {22 de abril|22/04|3 de maio de 2027}.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    [
      'deadline',
      'Ele chega {hoje à noite|em até dois dias|antes de quinta-feira|no máximo na semana que vem}.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    [
      'url',
      'Acompanhe em {https://rastreio-serra.example/CS|clubeserra.example/vip|www.serra-trocas.example}.',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    [
      'email',
      'Mande a foto para {trocas@clubeserra.example|sac@serra-cafe.example}.',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    [
      'promise',
      '{Vamos reembolsar a caixa inteira.|A próxima caixa é cortesia da casa.|Você ganhou um cupom.|Prometemos que não acontecerá de novo.}',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    [
      'product',
      'Experimente a {Caixa Raridades|BrewKit 3|CafeLab™}.',
      'a',
      'Fotos de pacotes com defeito são aceitas por até 30 dias.',
    ],
    ['foreign', 'O pacote foi entregue a {[NAME_4]|[PHONE]}.'],
    ['foreign', 'O entregador atende no +55 11 91234-5678.'],
    ['quote', 'Fotos de pacotes com defeito são aceitas.', 'a', 'Fotos não são necessárias para a troca.'],
    [
      'customer',
      'Outro pacote chega na segunda-feira.',
      'a',
      'A caixa do Clube Serra sai no dia 10 de cada mês e chega em 4 a 6 dias úteis.',
    ],
    ['customer', 'Você terá 20% na próxima caixa.'],
    [
      'unapproved',
      'Enviamos outro pacote no dia 16 de março.',
      't',
      'Mandei outro pacote no dia 16 de março e coloquei um brinde.',
    ],
    [
      'unapproved',
      'Colocamos um brinde para você.',
      't',
      'Mandei outro pacote no dia 16 de março e coloquei um brinde.',
    ],
  ],
};
