import { concept } from './concept.ts';

/** What costs the company money. */
export const MONEY = [
  concept(
    'refund',
    [
      'refund* | reimburs* | repaid | repay* | money back | pay you back | paid back | nonrefund*',
      'get/receive/have/recover your/the/all money | geld ~ zuruck | geld erhalten/bekommen | recib*/recuper* ~ dinero | receb*/recuper* ~ dinheiro | dinheiro ~ volta* | argent ~ rendu/retourne/verse | recuper*/recev* ~ argent',
      'money/amount/payment/sum/price ~ returned | return you? your/the/all money/payment',
      'erstatt* | ruckerstatt* | zuruckerstatt* | ruckzahl* | zuruckzahl* | zuruckgezahlt | zuruckuberw*',
      'uberweis*/zahl*/buch* ~ zuruck',
      'rembours* | restitu* | reembols* | reintegr* | devuelto | devolucion* | devolucao | devolucoes | estorn*',
      'devolv* o/el/su/seu/todo el/seu? dinero/importe/pago/monto/dinheiro/valor | dinheiro de volta',
    ],
    { wide: /返金|払い?戻|返還|キャッシュバック/ },
  ),
  concept(
    'credit',
    [
      'credit/credits/credited/crediting | gutschrift* | gutschreib* | gutgeschrieben | guthaben* | schreib* ~ gut',
      "un/l'/d'un/cet/votre/en avoir | credite/credites/creditee/crediter/credito/creditos/crediterons/creditons",
      'creditar/creditaremos/creditamos/creditado/creditada/creditou | nota de credito | saldo a favor',
      'abono/abonar/abonaremos/abonare/abonamos/abonado/abonada/abonara',
    ],
    {
      unless:
        'credit card/cards/check/checks/rating/score/limit/report/history | credit or debit | carte/cartes de credit | tarjeta/tarjetas/cartao/cartoes de credito',
      wide: /クレジット(?!カード)|ポイントを?付与|残高に(?:加算|反映)/,
    },
  ),
  concept(
    'compensation',
    [
      'compens* | goodwill | make it up to you | as an apology | entschadig* | kulanz* | ausgleichszahl* | wiedergutmach*',
      "als/zum ausgleich | entgegenkommen | dedommag* | indemni* | indeni* | resarc* | ressarc* | geste/gestes commercial/commerciaux | gesto comercial | en guise d' excuses",
    ],
    { wide: /補償|賠償|お詫びの(?:印|しるし|品)|お詫びとして/ },
  ),
  concept(
    'discount',
    [
      'discount* | rebate* | coupon* | voucher* | promo/promotional code/codes | gift card/cards/certificate/certificates',
      'off your/the/next bill/order/price/subscription/next/invoice | reduced price/prices/rate/rates/fee/fees | half price',
      'rabatt* | nachlass* | preisnachlass* | gutschein* | vergunstig* | ermassig* | halber/halben preis | rabais | ristourne* | remise/remises | reduction/reductions',
      "code/codes promo | bon/bons d' achat | moitie prix | descuento* | rebaja* | cupon* | cupom | codigo/codigos promocional/promocionales | mitad de precio",
      'desconto* | abatimento* | metade do preco',
    ],
    { unless: 'remise a/en | remise sur pied | remise des cles', wide: /割引|値引|クーポン|半額/ },
  ),
  concept(
    'free',
    [
      'free of charge | for free | complimentary | on the house | on us | pay nothing | nothing to pay | at no extra/additional/further? cost/charge | without extra/additional/any? charge/charges/cost/costs',
      "no extra/additional/further/delivery/shipping/service/handling/booking/cancellation/processing/setup? cost/costs/charge/charges/fee/fees | waiv* | not be charged/billed/invoiced | *n't be charged/billed/invoiced",
      'free month/months/year/years/week/weeks/day/days/shipping/delivery/upgrade/upgrades/replacement/replacements/return/returns/repair/repairs/access/extension/trial/trials/use/copy',
      'is/are/be/completely/entirely free !to/of/from/up',
      'kostenlos* | kostenfrei* | gebuhrenfrei* | gratis* | gratuit* | unentgeltlich* | erlass* | keine/keinerlei zusatzlichen/weiteren? kosten/gebuhren/gebuhr/mehrkosten',
      'ohne zusatzliche/weitere? kosten/gebuhren/gebuhr/aufpreis/mehrkosten/berechnung | auf unsere kosten | geht/gehen auf/aufs uns/haus | aufs haus | umsonst | zahlen nichts | nicht berechnet/belastet',
      'sans aucun/aucuns? frais/supplement/surcout | aucuns? frais | a nos frais | payez rien | offert/offerts/offerte/offertes/offrons/offrirons | ne vous? sera/seront pas facture/factures/facturee',
      'sin ningun? coste/costo/cargo/costes/costos/cargos/gastos/comision/comisiones | cortesia* | sin pagar | exento/exenta/exencion | pagara nada | no se le/te/les? cobr*',
      'sem nenhum/nenhuma? custo/custos/onus/cobranca/taxa/taxas | sem pagar | isen* | pagara nada | nao sera/serao cobrado/cobrada/cobrados',
    ],
    {
      wide: /ただで|サービスで|サービスいたし|請求(?:いたし|致し|し|され)(?:ません|ない)|無料|無償|(?:料金|費用|手数料)(?:は|が)?(?:一切)?(?:かかり|かから|不要|発生し)|免除/,
    },
  ),
  concept(
    'cover',
    [
      "we/i will? pay for | we'll/i'll pay for | we/i will? cover | we'll cover | cover/covers the/all/your? cost/costs/damage/damages/fees",
      'ubernehm* ~ kosten/gebuhren/schaden | kosten/gebuhren/schaden ~ ubernehm* | kosten tragen wir | tragen wir ~ kosten',
      'prenons/prendrons ~ charge | a/en notre charge | haremos/hacemos cargo | corre/corren/correra por nuestra cuenta | por nuestra cuenta | a cargo nuestro | cubrimos/cubriremos',
      'arcamos/arcaremos | por nossa conta | cobrimos/cobriremos',
    ],
    { wide: /負担(?:いたし|致し|し|させて)/ },
  ),
  concept(
    'gift',
    [
      'gift/gifts | giveaway* | as a present | bonus/bonuses | geschenk* | cadeau/cadeaux | regalo/regalos/regalamos/regalaremos | obsequio* | brinde/brindes | de presente',
    ],
    {
      unless: 'gift card/cards/certificate/certificates/wrap*',
      wide: /進呈|プレゼント|贈呈|差し上げ(?:ます|ました|る)|ボーナス/,
    },
  ),
];
