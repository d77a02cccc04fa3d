import type { PhraseBook } from './phrase-book.ts';

const HELD = '(?:suscripcion(?:es)?|cuentas?|contratos?|servicios?|membresia|plan|abono|licencias?|afiliacion)';
const OTHER_OBJECT =
  '(?:pedidos?|citas?|reservas?|reuniones|reunion|vuelos?|envios?|entradas?|pagos?|transferencias?|ordenes|orden|compras?|descargas?|tareas?)';
const PROVIDER = '(?:competencia|otra (?:empresa|compania|plataforma|opcion)|otro (?:proveedor|servicio|operador))';
const LAWYER = '(?:abogad[oa]s?|asesor(?:es)? (?:legal(?:es)?|juridicos?)|bufete|equipo (?:legal|juridico))';
const OUTLET =
  '(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|redes(?: sociales)?|google|internet|prensa|medios|periodicos?|periodistas?|television|foros?|blog|todo el mundo|todos)';
const AUTHORITY =
  '(?:consumo|consumidor(?:es)?|ocu|facua|profeco|sernac|indecopi|defensor(?:ia)? del (?:consumidor|pueblo|cliente)|agencia (?:espanola )?de proteccion de datos|aepd|autoridad(?:es)?|regulador(?:es)?|organismo regulador|condusef|oficina (?:municipal )?de (?:informacion al )?consum(?:o|idor)|superintendencia|banco de espana)';
const PERIOD = '(?:dias?|semanas?|mes(?:es)?|anos?)';
const COUNT =
  '(?:\\d{1,3}|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|varios|varias|muchos|muchas|unos|unas)';
const REPLY = '(?:respuestas?|contestacion|noticias|solucion|contestar|responder|respondan|respuesta alguna)';

export const es: PhraseBook = {
  spaced: true,
  phrases: {
    cancel_threat: [
      `(?:cancel(?:ar|are|o|amos|aremos|e|en|ando|acion de)|(?:dar|dare|doy|daremos|darme|den|dando|dar|dare) de baja|cerrar|cerrare|cierren|eliminar|eliminen|borrar|borren|rescind(?:ir|ire|o)|terminar|terminare) ~ ${HELD}`,
      `(?:dar(?:me|nos|se)?|dare|doy|daremos|darnos|quiero la|solicito la|solicitar la|me doy|nos damos|me dare|pido la) (?:de )?baja(?! (?:laboral|medica|temporal))`,
      `(?:voy a|vamos a|quiero|queremos|deseo|tendre que|tendremos que|pienso|obligad[oa] a|me gustaria|necesito) cancelar(?:l[oa]s?)?(?! ~ ${OTHER_OBJECT})`,
      `cancel(?:ar|are|aremos)(?:l[oa])? (?:todo|inmediatamente|ya mismo|de inmediato)`,
      `(?:cambi(?:ar|are|arme|arnos|o|amos)|me (?:voy|ire|paso|pasare|cambio|cambiare)|nos (?:vamos|iremos|pasamos|cambiamos)|irme|irnos|pasarme|pasarnos|buscar|buscare|buscando|buscaremos) ~ ${PROVIDER}`,
      `(?:no (?:voy a |vamos a |pienso )?(?:renovar|renovare|renovaremos|renovamos)) ~ (?:contrato|suscripcion|con ustedes|servicio|plan)`,
      `(?:perder|perderan|pierden|perdido|perdereis|perdeis) ~ clientes?`,
    ],
    legal: [
      `(?:acciones|medidas|vias?|procedimientos?|tramites) (?:legal(?:es)?|judicial(?:es)?|penal(?:es)?)|accion legal|via (?:legal|judicial)`,
      `(?:mi|mis|nuestr[oa]s?|un|una|con|al?|el) ${LAWYER}`,
      `(?:demandar(?:l[oe]s?|os|emos)?|demandare|demandaremos|denunciar(?:l[oe]s?|os)|denunciare|denunciaremos|querellar(?:me|nos))|(?:presentar|presentare|interponer|poner|pondre|interpondre) (?:una )?(?:demanda|denuncia|querella)`,
      `(?:ir|ire|iremos|llevar|llevare|llevarl[oe]s?|acudir|acudire|nos veremos|nos vemos|nos veremos en|vere) ~ (?:tribunal(?:es)?|juicio|juzgados?|corte|justicia)`,
      `incumplimiento de contrato|danos y perjuicios`,
    ],
    public: [
      `(?:(?:voy a|vamos a|pienso|pensamos) (?:[a-z]{1,10} ){0,2}(?:publicar(?:lo)?|compartir(?:lo)?|contar(?:lo)?|escribir|poner(?:lo)?|subir(?:lo)?|denunciar(?:lo|los)?|difundir(?:lo)?|dejar)|publicare|publicaremos|compartire|contare|escribire|pondre|subire|denunciare|difundire) (?:(?!no |error)[a-z]{1,14} ){0,5}(?:en |a |por )(?:las |los |la |el |mis |todas las |todos los )?${OUTLET}`,
      `(?:dejar|dejare|dejaremos|poner|pondre|escribir|escribire|publicar|publicare|dar|dare) ~ (?:mala|malas|negativa|negativas|pesima|pesimas|una estrella|1 estrella) ?(?:resenas?|opinion(?:es)?|valoracion(?:es)?|criticas?|calificacion(?:es)?)?`,
      `(?:resena|opinion|valoracion|critica|calificacion) (?:muy )?(?:negativa|mala|pesima|de una estrella|de 1 estrella)`,
      `(?:hacer(?:lo)?|hare|haremos|haciendo)(?: esto)? publico|lo (?:hare|voy a hacer) publico`,
      `(?:contactar|contactare|llamar|llamare|hablar|hablare|acudir|acudire|ir|ire|avisar) ~ (?:prensa|medios|periodistas?|periodicos?|television)`,
      `(?:todo el mundo|todos) (?:sabra|sabran|se va a enterar|se enterara|tiene que saber)`,
    ],
    regulator: [
      `(?:denunciar(?:l[oe]s?)?|denunciare|reclamar|reclamare|reclamacion|queja|quejarme|acudir|acudire|presentar|presentare|reportar(?:l[oe]s)?|reportare|contactar|poner|pondre|ir|ire|avisar|informar|informare) ~ (?:${AUTHORITY})`,
      `profeco|facua|sernac|indecopi|condusef|oficina (?:municipal )?de (?:informacion al )?consum(?:o|idor)|defensor del (?:consumidor|pueblo)|(?:hoja|hojas) de reclamaciones|agencia espanola de proteccion de datos`,
    ],
    chargeback: [
      `contracargos?|retrocesion(?:es)? del? (?:cargo|pago)`,
      `(?:disputar|disputare|disputa|impugnar|impugnare|reclamar|reclamare|desconocer|desconocere) ~ (?:cargos?|pagos?|cobros?|transaccion(?:es)?)`,
      `(?:banco|tarjeta|paypal|visa|mastercard) ~ (?:devuelva|devolucion|devolver|reverse|revierta|anule|anular|disputa|disputar|bloquee|retroceda|reclamar|reembolso)`,
      `(?:devolver|devolvere|devuelvo|anular|anulare|revertir|reversar|retroceder) (?:el|los|este|estos|sus) (?:recibos?|cargos?|pagos?|cobros?)`,
      `(?:disputa|reclamacion) (?:en|con|ante|a traves de) (?:mi |el |la )?(?:banco|tarjeta|paypal|visa|mastercard)`,
    ],
    manager: [
      `(?:hablar|habla|comunicar(?:me)?|comunique(?:n|me)?|pasar|pase(?:n)?(?:me)?|pasame|contactar|contacte|transferir|transfiera(?:n)?(?:me)?|quiero|exijo|solicito|necesito|pido|escalar|llame|derivar|derive) ~ (?:supervisor(?:a|es)?|encargad[oa]|responsable|gerente|gerencia|superior(?:es)?|jef[ea]|director(?:a)?|direccion(?! de)|alguien (?:superior|con autoridad|de mas rango|al mando)|manager)`,
      `escal(?:ar|en|e|ad[oa]) (?:mi|este|el|esto|la|a|de inmediato|inmediatamente|urgentemente)`,
      `(?:hablar|comunicarme|contactar|atienda) (?:con|a)? ?(?:una |un )?(?:persona (?:real|humana|de verdad)|humano|ser humano|agente humano)`,
    ],
    unacceptable: [
      `inaceptable|inadmisible|intolerable|indignante|vergonzos[oa]|lamentable|una verguenza|una burla|una tomadura de pelo|una estafa|un robo|una falta de respeto|un desastre|una locura`,
      `(?:peor|pesim[oa]s?|horrible|terrible|nefast[oa]|malisim[oa]) ~ (?:servicio|experiencia|atencion|soporte|empresa|compania|trato|compra)`,
      `(?:servicio|experiencia|atencion|soporte|empresa|trato) (?:[a-z]{2,10} ){0,3}(?:pesim[oa]|horrible|nefast[oa]|terrible|deplorable|lamentable|malisim[oa]|asco|de pena)`,
      `(?:estoy|estamos) (?:muy |realmente |completamente |totalmente )?(?:hart[oa]s?|indignad[oa]s?|furios[oa]s?|cansad[oa]s? de|enfadadisim[oa]s?|decepcionadisim[oa]s?)|hart[oa] de|es el colmo|ya basta|no puede ser que|increible que`,
      `nunca ~ (?:tan mal|peor|tan malo|tan mala|semejante|trataron asi|tratado)`,
    ],
    waiting: [
      `(?:esperando|espero|esperamos|esperar|espere|esperado|llevo|llevamos|hace|desde hace|pasad[oa]s?|pasaron) (?:[a-z]{2,14} ){0,5}(?:mas de |casi |ya )?${COUNT}(?: [a-z]{2,10})? ${PERIOD}(?: ~ (?:esperando|respuesta|contest[a-z]{1,6}|respond[a-z]{1,6}|sin (?:respuesta|noticias|solucion|que)|nadie|solucion|ignora[a-z]{1,5}))`,
      `(?:esperando|esperado|espero|esperar) (?:[a-z]{2,14} ){0,5}(?:mas de |casi )?(?:${COUNT} )?(?:dias|semanas|meses)`,
      `(?:llevo|llevamos) ~ (?:dias|semanas|meses) (?:esperando|sin|intentando|pidiendo)`,
      `(?:sin|ninguna|no (?:he|hemos) (?:recibido|tenido|obtenido)|no recib[a-z]{1,5}|aun no|todavia no) (?:ninguna |una |tengo |hay |recibo )?${REPLY}`,
      `(?:nadie|no me|no nos) (?:me |nos |ha |han ){0,3}(?:respond[a-z]{1,6}|contest[a-z]{1,6}|ayud[a-z]{1,5}|atiend[a-z]{1,4}|atendido|llamado|hace caso|hacen caso)`,
      `(?:me|nos) (?:estan |siguen |han |tienen )?ignora(?:n|do|ndo|d[oa]s?)?|(?:siendo|sentimos|siento) ignorad[oa]s?`,
      `(?:tercera|cuarta|quinta|sexta|decima|segunda|\\d{1,2}a?) (?:vez|ocasion) que (?:[a-z]{1,5} )?(?:escrib[a-z]{1,4}|contact[a-z]{1,4}|llam[a-z]{1,4}|pid[a-z]|pregunt[a-z]|reclam[a-z]|inform[a-z])`,
      `(?:sigo|seguimos|continuo) (?:[a-z]{2,8} )?(?:esperando|sin (?:respuesta|solucion|noticias))`,
    ],
  },
  negations: 'no|nunca|jamas|sin|tampoco|en lugar de|en vez de|ni|evitar',
  fillers:
    'quiero|queremos|quisiera|deseo|deseamos|pienso|pensamos|voy|vamos|a|al|tengo|tenemos|intencion|de|necesito|es|se|me|lo|la|las|los|un|una|mi|mis|planeo|estoy|estamos|pidiendo|pretendo|pretendemos|necesario|hace falta|hablar|tomar|emprender|con|el|amenazando|presentar|trata|ha sido|fue|esta|tan|nada|decir|digo|que',
  cancelled: 'cancelé(?!\\p{L})',
  inquiries:
    '^[¿¡ ]{0,3}(?:[a-z]{1,12}[ ,]{1,3}){0,3}[¿ ]{0,2}(?:cual(?:es)?|que (?:es|pasa|ocurre|sucede|politica|significa)|como (?:funciona|es)|cuanto|cuando|donde|quien|hay|existe|es posible|puedo (?:cancelar|cambiar|publicar|compartir)|se puede|tienen|ofrecen|necesito un|debo|tengo que|si cancelo|estan)',
};
