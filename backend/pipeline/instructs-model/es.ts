import type { Orders } from './compile.ts';

const DROP =
  '(?:ignora|ignore|ignorad|ignoren|ignorar|olvida|olvide|olvidad|olviden|olvidate de|descarta|descarte|desestima|omite|omita|anula|anule|no sigas|no siga|no hagas caso (?:a|de)|haz caso omiso de|deja de seguir)';
const ORDERS =
  '(?:instruccion(?:es)?|indicaciones|ordenes|directrices|directivas|reglas|normas|restricciones|prompts?|programacion|entrenamiento)';
const EARLIER =
  '(?:anterior(?:es)?|previas?|previos?|precedentes?|de arriba|originales|iniciales|del sistema|que (?:te|le) (?:dieron|han dado|hayan dado|dimos)|que (?:recibiste|has recibido|tienes|tengas))';
const MODEL =
  '(?:(?:una? )?(?:ia|i a|inteligencia artificial|modelo de lenguaje|llm|chatgpt|chat gpt|gpt|chatbot|asistente (?:de ia|virtual|de inteligencia artificial)))';
const REVEAL =
  '(?:muestra(?:me|nos)?|muestre|revela(?:me)?|revele|imprime|imprima|repite|repita|dime|diga|escribe|traduce|resume|ensename|filtra|cual es|cuales son)';

export const es: Orders = {
  spaced: true,
  phrases: [
    `${DROP} (?:(?:a|de|todas?|todos?|cualquier|las?|los|el|tus?|sus?|estas) ){0,3}${ORDERS} (?:y (?:reglas|normas|restricciones) )?${EARLIER}`,
    `${DROP} (?:(?:todas|todos) (?:(?:las|los|tus|sus) )?|(?:tus|sus) )(?:(?:anteriores|previas|propias) )?(?:instrucciones|directrices|indicaciones|restricciones|prompts)`,
    `${DROP} (?:las|los|todas las|todos los) (?:anteriores|previas|previos) ${ORDERS}`,
    `(?:olvida|ignora|olvide|ignore) todo lo (?:anterior|previo|que (?:te|le|se te) (?:han dicho|ha dicho|dijeron|hayan dicho|dije)|que sabes)`,
    `(?:ahora|a partir de ahora|desde ahora|de ahora en adelante) (?:tu )?(?:eres|seras|actuas|actuaras|responderas|responde|te comportaras|comportate|debes (?:actuar|responder|obedecer)|actua|obedece)(?: (?:como|a|solo|siempre))?`,
    `(?:actua|comportate|responde|finge|simula) (?:como|que eres|ser) (?:si fueras )?(?:una? )?(?:[a-z]{1,20} ){0,2}(?:${MODEL}|asistente sin|dan|terminal)`,
    `(?:eres|sois) (?:(?:ahora|ya no|solo|un|una) ){1,2}(?:[a-z]{1,20} )?${MODEL}`,
    `${REVEAL} (?:(?:me|el|la|los|las|tus?|sus?|todo|todas|completo|exacto|texto de|contenido de) ){0,4}(?:prompts?(?: (?:del? )?(?:sistema|inicial|original|oculto))?|instrucciones (?:del sistema|de sistema|iniciales|internas|ocultas|secretas|originales|que (?:te|le) dieron))`,
    `(?:nota|aviso|mensaje|atencion|instruccion(?:es)?|importante) (?:para|a|al|dirigid[oa] a) (?:(?:la|el|los|las|cualquier) )?(?:${MODEL}|modelo|asistente)(?: (?:que|de))?`,
    `si eres ${MODEL} (?:y|que|debes|ignora|marca|clasifica|responde|incluye)`,
    `sin (?:(?:ninguna?|ningun) )?(?:restricciones|filtros|limites|limitaciones) (?:eticas?|eticos|morales|de seguridad|de contenido)`,
    `nuevas instrucciones (?:del sistema|para (?:la ia|el modelo|el asistente))`,
    `(?:responde|contesta|responda|conteste) (?:solo|solamente|unicamente|exclusivamente) (?:con )?(?:la palabra|el texto|la frase|json)`,
    `(?:empieza|comienza|termina) (?:tu|cada|todas tus) (?:respuestas?|mensajes?) con`,
    `(?:pon|establece|fija|cambia|define) (?:(?:la|el|tu) )?(?:confianza|urgencia|sentimiento|confidence|urgency) (?:a|en|como) (?:p ?[1-4]|[01]|100|alta|baja|maxima|positivo)`,
    `(?:clasifica|etiqueta|categoriza) (?:este|todos los|todo|cada) (?:ticket|mensaje|correo|tickets|mensajes) (?:como|con) (?:p ?[1-4]|urgencia|categoria|positivo|neutral)`,
  ],
};
