import { fold } from './known-words.ts';

const words = (list: string): string[] => list.split(' ');

/** Parts of names that are no name at all: what a department, a shop or a machine calls itself. Folded. */
const EVERYDAY = new Set([
  ...words('support team teams service services customer customers help helpdesk desk admin info sales billing system'),
  ...words(
    'systems user users agent agents client clients account accounts accounting office solutions software online',
  ),
  ...words('digital global international national general group bank shop store home one first new test name unknown'),
  ...words('order orders refund refunds payment payments login return returns shipping shipment shipments delivery'),
  ...words('deliveries care center centre reply noreply notification notifications booking bookings reservation'),
  ...words('reservations marketing security contact mail email message messages newsletter news update updates alert'),
  ...words('alerts invoice invoices finance payroll purchasing procurement logistics warehouse dispatch claims'),
  ...words(
    'complaints feedback enquiry enquiries inquiry inquiries question questions department dept reception front',
  ),
  ...words('back technical tech web website webmaster hello press media jobs careers legal privacy compliance abuse'),
  ...words(
    'operations company business management manager subscription subscriptions membership ticket tickets the and',
  ),
  ...words('mrs miss dr prof inc ltd gmbh llc corp von van der den del los las dos das not from for your our'),
  ...words('plan premium pro basic standard product products device app application project version phone edition'),
  // es
  ...words('soporte atencion cliente clientes pedido pedidos reembolso reembolsos pago pagos devolucion devoluciones'),
  ...words('envio envios entrega entregas reserva reservas cuenta cuentas factura facturas facturacion ventas compras'),
  ...words(
    'contabilidad seguridad equipo servicio servicios ayuda centro tienda oficina administracion contacto correo',
  ),
  ...words('notificaciones respuesta consultas reclamaciones acceso responder'),
  // fr
  ...words('assistance commande commandes remboursement remboursements paiement paiements retour retours livraison'),
  ...words('livraisons expedition expeditions reservation reservations compte comptes comptabilite facture factures'),
  ...words(
    'facturation vente ventes achats securite equipe aide centre boutique magasin bureau accueil courrier courriel',
  ),
  ...words('reponse reclamations connexion notifications pas repondre'),
  // de
  ...words(
    'bestellung bestellungen auftrag auftrage erstattung erstattungen ruckerstattung zahlung zahlungen anmeldung',
  ),
  ...words('rucksendung rucksendungen retoure retouren versand lieferung lieferungen buchung buchungen reservierung'),
  ...words(
    'reservierungen buchhaltung rechnung rechnungen vertrieb verkauf einkauf sicherheit kundenservice kundendienst',
  ),
  ...words('kunde kunden hilfe dienst abteilung zentrale zentrum buro konto laden empfang verwaltung antwort'),
  ...words('benachrichtigung benachrichtigungen beschwerde beschwerden anfrage anfragen nicht antworten'),
  // pt
  ...words('suporte atendimento encomenda encomendas pagamento pagamentos devolucao devolucoes estorno estornos envio'),
  ...words('remessa reservas conta contas contabilidade fatura faturas faturamento vendas seguranca equipe equipa'),
  ...words('servico servicos ajuda loja escritorio contato notificacoes resposta duvidas reclamacoes acesso nao'),
  // ja
  ...words(
    '注文 ご注文 返金 払い戻し 支払い 支払 お支払い 決済 ログイン 返品 配送 発送 配達 出荷 窓口 受付 返信 通知 お知らせ 予約 ご予約',
  ),
  ...words(
    '経理 会計 請求 営業 広報 マーケティング セキュリティ サポート サービス センター チーム ヘルプ デスク ヘルプデスク カスタマー',
  ),
  ...words(
    'お客様 お客様相談 お問い合わせ 問い合わせ 担当 担当者 会社 株式会社 アカウント ショップ ストア 総務 管理者 事務局',
  ),
]);

/** Names that are words too: they count only as a name is written. */
const ALSO_WORDS = new Set(
  words(
    'bill will mark may sue rich hope grace faith joy pat rob chase grant drew art dean page price long short young white black brown green king cash love best case frank miles pierce wade june april august summer rose dawn ray jack nick pierre blanc noir belle rey cruz flores paz luz sol klein gross lang kurz koch richter schneider weber apple orange target visa square stripe block meta next boots shell gap zoom slack',
  ),
);

/** Whether a part of a name tells nobody's name. */
export const isEveryday = (part: string): boolean => EVERYDAY.has(fold(part)) || EVERYDAY.has(part);

/** Whether a single word is a name that it reads like, and not the word that is written in the same way. */
export const countsAlone = (written: string, name: string): boolean => written === name || !ALSO_WORDS.has(fold(name));
