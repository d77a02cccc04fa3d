import type { PhraseBook } from './phrase-book.ts';

const HELD =
  '(?:assinaturas?|contas?|contratos?|servicos?|planos?|subscric(?:ao|oes)|subscricao|licencas?|adesao|matricula|mensalidade|cadastro)';
const OTHER_OBJECT =
  '(?:pedidos?|consultas?|reservas?|reuniao|reunioes|voos?|entregas?|pagamentos?|transferencias?|compras?|encomendas?|agendamentos?|downloads?|envios?)';
const PROVIDER =
  '(?:concorrencia|concorrentes?|outr[ao] (?:empresa|operadora|fornecedor|plataforma|prestador|servico|solucao|companhia))';
const OUTLET =
  '(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|redes(?: sociais)?|google|internet|imprensa|midia|jornal|jornais|jornalistas?|televisao|blog|todo mundo|toda a gente)';
const AUTHORITY =
  '(?:procon|reclame ?aqui|consumidor gov|anatel|bacen|banco central|anpd|aneel|ans|senacon|deco|livro de reclamacoes|defesa do consumidor|direito do consumidor|autoridades?|orgaos? (?:reguladores?|de defesa|competentes?)|anacom|asae|cnpd|ouvidoria|entidade reguladora|regulador)';
const PERIOD = '(?:dias?|semanas?|mes(?:es)?|anos?)';
const COUNT =
  '(?:\\d{1,3}|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|dez|quinze|varios|varias|muitos|muitas|alguns|algumas)';
const REPLY = '(?:respostas?|retornos?|solucao|solucoes|noticias|posicao|posicionamento|feedback|contato|contacto)';

export const pt: PhraseBook = {
  spaced: true,
  phrases: {
    cancel_threat: [
      `(?:cancel(?:ar|arei|aremos|o|amos|e|em|ando|amento d[aoe])|encerr(?:ar|arei|e|em|aremos|amento d[aoe])|rescind(?:ir|irei|o|iremos)|exclu(?:ir|irei|am|a)|apagar|terminar|fechar|deletar) ~ ${HELD}`,
      `(?:vou|vamos|quero|queremos|desejo|gostaria de|terei que|terei de|teremos que|pretendo|preciso|penso em) cancelar(?! ~ ${OTHER_OBJECT})`,
      `(?:cancelar|cancelarei|cancelem|cancele|cancelo) (?:tudo|imediatamente|agora|ja)`,
      `(?:mud(?:ar|arei|o|amos|ando|aremos)|troc(?:ar|arei|o|amos)|vou|vamos|ir|irei|migr(?:ar|arei|amos)|pass(?:ar|arei|amos)|procur(?:ar|arei|ando|amos)) (?:[a-z]{1,12} ){0,4}(?:a |um |uma )?${PROVIDER}`,
      `nao (?:vou |vamos |pretendo )?(?:renovar|renovarei|renovaremos)`,
      `(?:perder|perderao|perdem|perdendo|perderam) ~ clientes?`,
    ],
    legal: [
      `(?:acao|acoes|medidas?|vias?|providencias?|meios|processo) (?:legal|legais|judicial|judiciais|juridicas?|na justica|cabiveis)`,
      `(?:meu|minha|nosso|nossa|um|uma|com|ao|o) (?:advogad[oa]s?|departamento juridico|equipe juridica|juridico)`,
      `(?:processar|processarei|processaremos|acionar|acionarei) (?:voces|a empresa|judicialmente|a justica|na justica|legalmente|vos)|(?:vou|vamos|irei) processar(?! (?:o|um|os|pagamento|pedido|arquivo|dados))|processar voces`,
      `(?:entrar|entrarei|recorrer|recorrerei|ir|irei|levar|levarei|acionar|acionarei|nos vemos|nos veremos|leva los) ~ (?:justica|tribunal|tribunais|juizado|pequenas causas|processo)`,
      `danos morais|quebra de contrato|boletim de ocorrencia|queixa crime`,
    ],
    public: [
      `(?:(?:vou|vamos|irei|pretendo) (?:[a-z]{1,10} ){0,2}(?:publicar|compartilhar|partilhar|contar|escrever|postar|expor|divulgar|colocar|denunciar|deixar)|publicarei|compartilharei|partilharei|contarei|escreverei|postarei|exporei|divulgarei) (?:(?!nao |erro )[a-z]{1,14} ){0,5}(?:em |no |na |nos |nas |para |pro )(?:as |os |todas as |todos os |minhas )?${OUTLET}`,
      `(?:deixar|deixarei|fazer|farei|escrever|escreverei|publicar|dar|darei|postar) ~ (?:avaliac(?:ao|oes)|criticas?|comentarios?|resenhas?) (?:bem |muito )?(?:negativ[ao]s?|ruim|ruins|pessim[ao]s?|ma|mas|de uma estrela|de 1 estrela)`,
      `(?:avaliac(?:ao|oes)|critica|resenha) (?:bem |muito )?(?:negativa|ruim|pessima|de uma estrela|de 1 estrela)|ma avaliacao`,
      `(?:tornar|tornarei|tornaremos) (?:isso |isto |o caso |tudo )?public[oa]|(?:expor|exporei) (?:voces|a empresa|isso|isto|o caso)`,
      `(?:contatar|contactar|procurar|procurarei|chamar|avisar|falar com|ligar para|acionar) ~ (?:imprensa|midia|jornal|jornais|jornalistas?|televisao)`,
      `(?:todo mundo|todos|toda a gente) (?:vai|vao) (?:saber|ficar sabendo)`,
    ],
    regulator: [
      `(?:denunciar|denunciarei|denuncia|reclamar|reclamarei|reclamacao|queixa|registrar|registrarei|apresentar|abrir|abrirei|acionar|acionarei|procurar|procurarei|ir|irei|recorrer|levar|contactar|notificar|formalizar|escrever) ~ ${AUTHORITY}`,
      `procon|reclame ?aqui|livro de reclamacoes|consumidor gov|orgaos? de defesa do consumidor|juizado de pequenas causas`,
    ],
    chargeback: [
      `estorn(?:o|ar|arei|em|e) (?:[a-z]{1,10} ){0,4}(?:cartao|banco|operadora|administradora|cobranca|valor)`,
      `(?:contest(?:ar|arei|o|acao|ando|aremos)|disput(?:ar|arei|a)|impugnar) ~ (?:cobrancas?|pagamentos?|compras?|transac(?:ao|oes)|valor(?:es)?|debitos?|cartao|fatura)`,
      `(?:banco|operadora do cartao|administradora|cartao|paypal|visa|mastercard) ~ (?:contest[a-z]{1,6}|estorn[a-z]{1,4}|cancelar a cobranca|bloque[a-z]{1,4}|revert[a-z]{1,4}|disputa|devol[a-z]{1,5}|reembols[a-z]{1,3})`,
      `(?:disputa|reclamacao|contestacao) (?:no|na|com|junto ao|atraves do|pelo) (?:meu |o )?(?:banco|cartao|paypal)|reverter (?:a|o|essa|esta) (?:cobranca|pagamento)`,
    ],
    manager: [
      `(?:falar|fale|passar|passe|passem|transferir|transfira|transfiram|contatar|contactar|quero|exijo|solicito|preciso|encaminh(?:ar|e|em)|peco|chamar|chame|escalar|ligar) ~ (?:supervisor(?:a|es)?|gerentes?|gerencia|superior(?:es)?|chefes?|chefia|diretor(?:a|ia)?|responsavel|responsaveis|coordenador(?:a)?|alguem (?:superior|com autoridade|acima|competente))`,
      `escal(?:ar|em|e|onar|one|ada|ado) (?:o|a|meu|minha|este|esse|isto|isso|imediatamente|urgente)`,
      `(?:falar|conversar|atendid[oa]|atendimento) (?:com|por|de) (?:uma |um )?(?:pessoa (?:de verdade|real|humana)|humano|ser humano|atendente humano)|atendimento humano`,
    ],
    unacceptable: [
      `inaceitavel|inadmissivel|intoleravel|vergonhos[oa]|lamentavel|uma vergonha|um absurdo|absurdo|uma piada|palhacada|um descaso|descaso|falta de respeito|desrespeito|uma fraude|um golpe|enganacao|um roubo|ridicul[oa]|revoltante`,
      `(?:pior(?:es)?|pessim[oa]s?|horrivel|horriveis|terrivel|lixo) ~ (?:servico|experiencia|atendimento|suporte|empresa|compra|plataforma|aplicativo)`,
      `(?:servico|experiencia|atendimento|suporte|empresa) (?:[a-z]{1,10} ){0,3}(?:pessim[oa]|horrivel|terrivel|deploravel|lamentavel|lixo|porcaria|nojent[oa])`,
      `(?:estou|estamos) (?:muito |realmente |extremamente |completamente )?(?:fart[oa]s?|indignad[oa]s?|furios[oa]s?|revoltad[oa]s?|cansad[oa]s? de|de saco cheio)|saco cheio|nao aguento mais|gota d agua|chega de`,
      `nunca ~ (?:tao mal|tao ruim|pior|tratad[oa] assim|tamanho desrespeito|tanto descaso)`,
    ],
    waiting: [
      `(?:esperando|aguardando|espero|aguardo|aguardamos|esperei|a espera|ha|faz|fazem|tem|ja) (?:[a-z]{1,14} ){0,5}(?:mais de |quase |ja )?${COUNT} (?:[a-z]{2,10} )?${PERIOD} ~ (?:esper[a-z]{1,4}|aguard[a-z]{1,4}|respost[a-z]|respond[a-z]{1,4}|sem (?:resposta|retorno|solucao|noticias)|ninguem|retorno|solucao|ignor[a-z]{1,4})`,
      `(?:esperando|aguardando|espero|aguardo|aguardamos|esperei|a espera) (?:[a-z]{1,14} ){0,6}(?:mais de |quase |ha )?(?:${COUNT} )?(?:dias|semanas|meses)`,
      `(?:sem|nenhuma?|nao (?:tive|recebi|obtive|tivemos|recebemos|houve)|ainda nao|nunca (?:tive|recebi)|qualquer) (?:nenhuma? |qualquer |uma |tive |recebi |obtive ){0,3}${REPLY}`,
      `ninguem (?:me |nos |ainda |sequer ){0,3}(?:respond[a-z]{1,3}|retorn[a-z]{1,4}|ajud[a-z]{1,3}|atend[a-z]{1,3}|resolv[a-z]{1,3}|lig[a-z]{1,3}|da retorno)`,
      `(?:ignorad[oa]s?|ignorando|ignoram|ignoraram|ignora) (?:[a-z]{2,10} ){0,2}(?:por voces|pelo|pela|meus|minhas|meu|minha|os meus|as minhas|me|ha|completamente)|(?:sendo|sou|estou|fui|somos|sinto me|me sinto) (?:completamente |totalmente )?(?:sendo )?ignorad[oa]s?|me ignor[a-z]{2,4}|nos ignor[a-z]{2,4}`,
      `(?:terceira|quarta|quinta|sexta|segunda|decima|\\d{1,2}a?) (?:vez|mensagem|tentativa) que (?:[a-z]{1,7} ){0,2}(?:escrev[a-z]{1,3}|contat[a-z]{1,3}|contact[a-z]{1,3}|lig[a-z]{1,3}|pec[a-z]|pergunt[a-z]|envi[a-z]{1,2}|mand[a-z]|entr[a-z]|reclam[a-z])`,
      `(?:continuo|continuamos|sigo) (?:[a-z]{1,8} ){0,2}(?:espera|esperando|aguardando|sem (?:resposta|retorno|solucao))|ainda (?:estou )?(?:aguardando|esperando)`,
    ],
  },
  negations: 'nao|nunca|jamais|sem|nem|tampouco|em vez de|ao inves de|evitar',
  fillers:
    'quero|queremos|gostaria|desejo|pretendo|pretendemos|vou|vamos|a|o|as|os|estou|estamos|tenho|temos|intencao|de|do|da|preciso|precisa|e|se|me|um|uma|meu|minha|nosso|nossa|pedindo|necessario|tomar|entrar|com|planejo|querendo|que|foi|esta|tao|nada|dizer|falar|digo|ameacando|deixar|fazer|trata',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:qual|quais|o que (?:e|acontece|significa)|como (?:funciona|e)|quanto|quando|onde|quem|ha (?:alguma|como)|existe|e possivel|posso (?:cancelar|mudar|publicar|compartilhar|partilhar|trocar)|tem (?:multa|alguma|como)|voces (?:tem|oferecem)|preciso de|devo|tenho que|se eu|estao)',
};
