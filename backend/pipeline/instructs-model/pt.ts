import type { Orders } from './compile.ts';

const DROP =
  '(?:ignore|ignora|ignorem|ignorar|esqueca|esquece|esquecam|desconsidere|desconsidera|desconsiderem|descarte|descarta|anule|anula|nao siga|nao sigas|pare de seguir|deixe de seguir|contorne)';
const ORDERS =
  '(?:instruc(?:ao|oes)|instrucoes|orientacoes|diretrizes|diretivas|regras|ordens|comandos|restricoes|prompts?|programacao|treinamento)';
const EARLIER =
  '(?:anterior(?:es)?|previas?|previos?|precedentes?|acima|originais|iniciais|do sistema|de sistema|que (?:te|lhe) (?:deram|foram dadas)|que (?:voce|tu) (?:recebeu|recebeste|tem|tens)|recebidas? antes)';
const MODEL =
  '(?:(?:uma? )?(?:ia|i a|inteligencia artificial|modelo de linguagem|llm|chatgpt|chat gpt|gpt|chatbot|assistente (?:de ia|virtual|de inteligencia artificial)))';
const REVEAL =
  '(?:mostre|mostra|revele|revela|imprima|imprime|repita|repete|diga|diz|escreva|escreve|traduza|resuma|exiba|exibe|divulgue|qual e|quais sao)';

export const pt: Orders = {
  spaced: true,
  phrases: [
    `${DROP} (?:(?:todas?|todos?|quaisquer|qualquer|as?|os|suas?|seus?|tuas|teus|estas|essas) ){0,3}${ORDERS} (?:e (?:regras|diretrizes|restricoes) )?${EARLIER}`,
    `${DROP} (?:(?:todas|todos) (?:(?:as|os|suas|tuas) )?|(?:suas|tuas) )(?:(?:anteriores|previas|proprias) )?(?:instrucoes|diretrizes|orientacoes|restricoes|prompts)`,
    `${DROP} (?:as|os|todas as|todos os) (?:anteriores|previas) ${ORDERS}`,
    '(?:esqueca|esquece|ignore|ignora) tudo (?:o que|que) (?:(?:voce|tu|te|lhe) )?(?:sabe|sabes|aprendeu|aprendeste|foi dito|disseram|foi ensinado|veio antes|foi dito antes)',
    '(?:a partir de agora|de agora em diante|daqui em diante|doravante) (?:(?:voce|tu) )?(?:e uma?|es uma?|sera|seras|age|aja|atue|agira|respondera|responda|responde|vai (?:agir|responder|se comportar|obedecer|fingir)|deve (?:agir|responder|obedecer|fingir)|comporte se|obedeca)',
    `(?:aja|age|atue|comporte se|responda|finja|finge|simule) (?:como|que (?:e|es|voce e)|ser) (?:se (?:fosse|fosses) )?(?:uma? )?(?:[a-z]{1,20} ){0,2}(?:${MODEL}|assistente sem|dan|terminal)`,
    `(?:voce e|tu es) (?:(?:agora|apenas|um|uma) ){1,2}(?:[a-z]{1,20} )?${MODEL}|(?:voce|tu) (?:agora e|nao e mais|ja nao es) ${MODEL}`,
    `${REVEAL} (?:(?:me|nos|o|a|os|as|seus?|suas?|teu|teus|tuas|todo|todas|completo|exato|texto|conteudo|do|de) ){0,5}(?:prompts?(?: (?:do |de )?(?:sistema|inicial|original|oculto))?|instrucoes (?:do sistema|de sistema|iniciais|internas|ocultas|secretas|originais|que (?:voce recebeu|te deram|lhe deram)))`,
    `(?:nota|aviso|mensagem|atencao|instruc(?:ao|oes)|importante) (?:para|a|ao|dirigida a) (?:(?:a|o|os|as|qualquer) )?(?:${MODEL}|modelo|assistente (?:que|de ia))`,
    `se (?:voce for|voce e|fores|es) ${MODEL} (?:e|que|deve|ignore|marque|classifique|responda|inclua)`,
    'sem (?:(?:nenhuma?|quaisquer|qualquer) )?(?:restric(?:ao|oes)|filtros?|limites?|limitacoes) (?:eticas?|eticos|morais|de seguranca|de conteudo)',
    'novas instrucoes (?:do sistema|para (?:a ia|o modelo|o assistente))',
    '(?:responda|responde|escreva) (?:apenas|somente|so|unicamente|exclusivamente) (?:com )?(?:a palavra|o texto|a frase|json|em json)',
    '(?:comece|comeca|inicie|termine) (?:sua|a sua|tua|cada|todas as suas) (?:respostas?|mensagens?) com',
    '(?:defina|define|coloque|mude|ajuste|altere) (?:(?:a|o|sua) )?(?:confianca|urgencia|sentimento|confidence|urgency) (?:para|em|como) (?:p ?[1-4]|[01]|100|alta|baixa|maxima|positivo)',
    '(?:classifique|classifica|categorize|rotule) (?:este|esta|todos os|todas as|cada) (?:ticket|chamado|mensagem|tickets|chamados|mensagens) (?:como|com) (?:p ?[1-4]|urgencia|categoria|positivo|neutro)',
  ],
};
