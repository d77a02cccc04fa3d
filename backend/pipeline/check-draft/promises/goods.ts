import { concept } from './concept.ts';

/** Things that one gets anew as often as one asks, and that nobody has to replace. */
const NEW_ANYWAY =
  'new link/links/password/passwords/code/codes/email/e/mail/message/invoice/invitation/version/key/token | neuen link/code/zugang/zugangscode/schlussel/versuch | neues passwort/kennwort | neue e/email/mail/nachricht/rechnung/einladung/version | nouveau lien/mot/code/message/courriel | nouvelle facture/invitation/version | nuevo enlace/correo/codigo/mensaje | nueva contrasena/factura/invitacion/version | novo link/codigo/email/e/convite | nova senha/fatura/versao';

/** Things that one is given, and words that one is held to. */
export const GOODS = [
  concept(
    'replacement',
    [
      'replacement/replacements | send*/sent/ship*/mail*/give*/deliver*/issue*/provid*/get/receive ~ new/another/replacement',
      'ersatzgerat* | ersatzliefer* | ersatzprodukt* | ersatzartikel* | ersatzteil* | ersatzware* | ersatzkarte* | ersatzsend* | ersatzexemplar* | einen/kostenlosen/als/zum ersatz | umtausch*',
      'schick*/send*/liefer*/erhalten/bekommen ~ neuen/neues/neue | neues gerat/exemplar/produkt | neue ware',
      'remplacement/remplacements | envo*/envoy*/envoi*/recev* ~ neuf/nouveau/nouvel/nouvelle | nouvel appareil/exemplaire | nouveau produit | echange gratuit/standard | echang* ~ contre',
      'reemplazo* | reposicion | recambio | envia*/recib* ~ nuevo/nueva | producto nuevo | substituicao | envia*/receb* ~ novo/nova | troca de/do produto/aparelho/item',
    ],
    {
      unless: NEW_ANYWAY,
      wide: /交換品|代替品|代品|新品|新しい(?:商品|製品|品|もの)|交換(?=いたし|対応|させて|します|しまし)/,
    },
  ),
  concept(
    'loan',
    [
      'loaner* | loan device/unit/phone/car | leihgerat* | leihwagen | ersatzwagen | appareil/telephone/vehicule de pret | en prestamo | dispositivo/equipo de prestamo | emprestado/emprestada',
    ],
    { wide: /代替機|貸出|貸し出し|お貸し/ },
  ),
  concept(
    'warranty',
    [
      'warranty/warranties/warranted | guarantee/guarantees | garantie/garantien/garanties | gewahrleistung* | garantia/garantias | garantiefall*',
    ],
    { unless: 'we/i guarantee', wide: /保証(?!いたし|致し|し|申し)/ },
  ),
  concept(
    'pledge',
    [
      'we/i guarantee | guaranteed | promise/promises/promised | we commit to | you have my/our word',
      'garantiert/garantieren/garantierte | versprech* | versprochen | zugesichert | zusicher* | zugesagt | zusage',
      'garantissons/garantis/garantit | promett* | promess* | nous engageons a | garantizamos/garantizo/garantizado | garantimos/garanto/garantido | nos comprometemos a | prometo/promete/prometemos/prometer',
    ],
    { wide: /保証(?=いたし|致し|し|申し)|確約|約束/ },
  ),
];

/** What is done for a customer. */
export const DEEDS = [
  concept('cancelling', ['cancel* | stornier* | kundig* | gekundigt | annul* | anul* | resili*'], {
    only: 'ours',
    wide: /解約|キャンセル|取り?消/,
  }),
  concept(
    'extending',
    ['extend* | extens* | verlanger* | prolong* | prorrog* | ampliar/ampliamos/ampliaremos/ampliado'],
    {
      only: 'ours',
      wide: /延長/,
    },
  ),
  concept('upgrading', ['upgrad* | hochgestuft | heraufgestuft'], { only: 'ours', wide: /アップグレード/ }),
  concept(
    'replacing',
    [
      'replac* | ersetz* | austausch* | ausgetauscht | remplac* | reemplaz* | sustitu* | substitu* | trocamos/trocaremos/trocar',
    ],
    { only: 'ours', wide: /交換/ },
  ),
  concept(
    'unlocking',
    ['unlock* | reactivat* | entsperr* | reaktivier* | freigeschaltet | debloqu* | desbloque* | reactiv* | reativ*'],
    {
      only: 'deed',
      wide: /解除|再開/,
    },
  ),
  concept(
    'repairing',
    [
      'fix/fixed/fixes/fixing | repair* | resolv* | behoben | repar* | solucionad* | corrig* | corrected | restored | wiederhergestellt',
    ],
    { only: 'deed', wide: /修正|修理|復旧|解決/ },
  ),
  concept(
    'removing',
    [
      'delete/deleted | remove/removed | geloscht | supprim* | elimin* | excluimos/excluido/excluida | apagamos/apagado',
    ],
    {
      only: 'deed',
      wide: /削除/,
    },
  ),
  concept('sending', ['shipped/shipping | dispatch* | versandt | verschickt | expedi* | despachad*'], {
    only: 'deed',
    wide: /発送|出荷/,
  }),
];
