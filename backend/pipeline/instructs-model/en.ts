import type { Orders } from './compile.ts';

const DROP =
  '(?:ignore|disregard|forget|override|overrule|bypass|dismiss|discard|neglect|do not follow|don t follow|stop following|stop obeying|pay no attention to)';
const EARLIER =
  '(?:previous|prior|earlier|preceding|above|foregoing|existing|original|initial|old|current|default|system|developer)';
/** Also misspelt. */
const ORDERS =
  '(?:i[a-z]{0,2}n?st?ructions?|prompts?|directives?|directions|commands?|guidelines?|rules|programming|constraints?|restrictions?|policies|context|training)';
const MODEL =
  '(?:(?:an? )?a i|(?:an? )?ai(?: (?:assistant|model|agent|system|bot|chatbot|language model))?|(?:large )?language model|llm|chat ?gpt|gpt|chat ?bot|virtual assistant)';
const ARE = '(?:are|re)';
const SAY = '(?:say|print|write|reply|respond|output|answer|follow|repeat|tell|execute|classify|reveal|return)';
const REVEAL =
  '(?:reveal|show|print|output|repeat|tell|display|share|give|leak|summari[sz]e|translate|expose|disclose|recite|paste|dump|list|write out|describe|what is|what s|what are|what was)';
const FREED = '(?:unrestricted|uncensored|unfiltered|jailbroken|liberated)';
const MORALS = '(?:safety|ethical|ethics|moral|content policy|content moderation|censorship)';

const OVERRIDING = [
  `${DROP} (?:(?:all|any|the|your|these|those|of|every|and|other|as|user) ){0,3}${EARLIER} (?:(?:and|or|system|user|safety|set of|given|other|such|previous|prior|above) ){0,2}${ORDERS}`,
  `${DROP} (?:(?:all|any|of) ){0,2}your (?:(?:own|other|safety|core|internal) ){0,2}(?:instructions|prompts?|directives|programming|training|constraints)`,
  `${DROP} (?:all|any|the|these|your) (?:safety |security )?(?:instructions|prompts|guidelines|directives|rules) (?:above|before this|that came before|you were given|you have been given|given to you|so far|you have received)`,
  '(?:ignore|disregard|forget|override) all (?:(?:of|the|your|these|safety) ){0,2}(?:instructions|prompts|directives|guidelines)',
  `(?:ignore|bypass|disregard) (?:(?:all|any|the|your|safety) ){0,3}(?:rules|restrictions|limits|safeguards|guardrails|safety|user) and (?:(?:only|just|simply|then) )?(?:reveal|share|show|output|display|tell|reply|respond|say)`,
  '(?:forget|disregard|ignore|erase) (?:everything|all|anything|whatever) (?:that )?you (?:were|have been|ve been|know|have|are) (?:told|taught|instructed|programmed|trained|learned)',
  `(?:ignore|disregard|forget) (?:everything|all|all of it|all text|all content|the text|the above|all the above|anything) (?:above|before this|before|previous|prior|written above|said before|and) (?:(?:and|then|this|it|just|only|instead) ){1,3}${SAY}`,
  'forget everything before',
  `(?:previous|prior|earlier|all) (?:instructions|rules|directives|restrictions) (?:are|were|have been) (?:now |hereby )?(?:revoked|void|overridden|suspended|lifted|superseded)`,
  'instructions (?:take|have) (?:priority|precedence) over (?:(?:any|all|the|your|other) ){0,2}(?:system|developer|previous|prior)',
  `new (?:(?:system|user|set of|developer|updated) ){0,2}instructions? (?:begin|start|from the|ignore|are as follows|for (?:the )?(?:ai|model|assistant|bot))`,
  '(?:your|the) new (?:(?:primary|main|only|sole) (?:goal|task|objective|purpose|role|instruction)|directives?|persona|identity|role) is',
  '(?:strictly adhere|adhere strictly) to the following (?:instruction|command|order)s?',
  '(?:obey|follow|adhere to|comply with|execute) (?:(?:only|strictly|exactly|all|any|the|these|this|my|following|new|user) ){1,4}(?:instruction|command|order|directive|prompt)s? (?:unconditionally|blindly|without (?:question|questioning|hesitation|exception)|and (?:nothing else|ignore|disregard|forget))',
];

const RECASTING = [
  `you ${ARE} (?:(?:now|hereby|henceforth|going to be|going to pretend|to act as|to be|acting as) ){1,2}(?:(?:an?|the|my|in|no longer) ){0,2}(?:[a-z]{1,20} ){0,3}(?:${MODEL}|dan|assistant (?:with|without|that|who|named)|${FREED}|root user|developer mode|evil)`,
  `you ${ARE} (?:no longer|not) (?:(?:an?|the|just|merely) ){0,2}(?:${MODEL}|bound by|restricted by|limited by|subject to (?:any|the|openai))`,
  `you ${ARE} now (?:in|entering) (?:[a-z]{1,14} ){0,2}mode`,
  'you will now (?:act|behave|pretend|roleplay|play|simulate|respond as|answer as)',
  `you (?:have|${ARE} bound by|${ARE} under) no (?:restrictions|filters|morals|ethics|ethical|moral|censorship)`,
  `(?:act|behave|respond|reply|answer|function|operate|acting|pose|continue) (?:as|like) (?:if you (?:are|were) )?(?:(?:an?|the|my) )?(?:[a-z]{1,20} ){0,3}(?:${MODEL}|dan|linux terminal|python interpreter)`,
  `(?:pretend|imagine|suppose|assume) (?:that )?(?:to be|you ${ARE}|you were|yourself as|you have become) (?:(?:an?|the|my|now) ){0,2}(?:[a-z]{1,20} ){0,3}(?:${MODEL}|dan|${FREED}|evil)`,
  'i want you to (?:act as|act like|pretend|role ?play|simulate|take on the role|imagine that you|respond as|reply as|answer as|become)',
  `from (?:now(?: on)?|this (?:point|moment) (?:on|onwards?|forward)|here on) (?:you ${ARE} (?:an?|the|to|my|no longer|in the role)|you (?:act|behave|respond|answer|reply|speak|obey|follow|identify|can do anything)|you (?:will|must|shall|should|have to) (?:act|only|respond|answer|reply|behave|speak|be known|ignore|follow|obey|pretend|assume|always|never|start|begin|role ?play|play)|respond|answer as|behave)`,
  `as an? ${MODEL} you (?:are|must|should|will|can|have|need|may|now)`,
  'do anything now|dan mode|jailbreak (?:mode|prompt)|(?:stay|remain) in character|break(?:ing)? character|simulate developer mode|developer mode (?:output|responses?)',
  `(?:enter|switch to|activate|go into|you ${ARE} in) (?:(?:the|a|into) )?(?:dan|god|jailbreak|${FREED}|evil|opposite) mode`,
  `(?:${DROP}|disable|remove|deactivate|suspend|without|free of|free from|has no|have no|violate|violating) (?:(?:any|all|your|the|of|its|openai|existing|such|temporarily) ){0,3}${MORALS} (?:(?:and|or|[a-z]{1,14}) ){0,2}(?:filters?|filtering|guidelines?|restrictions?|protocols?|constraints?|limitations?|principles|boundaries|programming|guardrails|standards)`,
  '(?:safety|ethical) (?:protocols?|filters?|restrictions?|guidelines|guardrails) (?:(?:are|is|have been|has been|now) ){0,2}(?:suspended|disabled|overridden|lifted|deactivated)',
  'openai s? ?(?:content |usage |use )?(?:policy|policies|guidelines|restrictions)',
  `(?:never|do not|don t|without) (?:say|saying|mention|mentioning|state|reveal|revealing) (?:that )?you ${ARE} (?:an? )?${MODEL}`,
];

const PROMPT = '(?:prompts?|instructions?)';
const ASKING = [
  `${REVEAL} (?:(?:me|us|out|back|your|the|all|of|this|full|entire|exact|complete|whole|current|own|contents?) ){0,6}(?:system|hidden|secret|initial|pre|developer|base|core) ${PROMPT}`,
  `${DROP} (?:(?:your|the|this|any) ){0,2}(?:system|initial|developer|hidden) ${PROMPT}`,
  `${REVEAL} (?:me |us )?(?:your|the) (?:(?:full|entire|exact|complete|original|whole) ){0,2}prompt`,
  `(?:repeat|summari[sz]e|print|reveal|recite|translate|output|list|describe|disclose|show) (?:(?:me|back|out|all|of|any|the|your|every|exact|original|full) ){0,4}(?:instructions|rules|guidelines|directives|prompts?) (?:that )?(?:(?:were |was )?given to you|you were (?:given|told)|you have been given|you (?:have )?received|above verbatim)`,
  '(?:repeat|print|output|recite) (?:(?:back|out|all|of|the|every|exact) ){0,4}(?:words|text|sentences?|prompt|everything) (?:(?:that|is|are|was|written|you see) ){0,2}(?:above|before this|verbatim)',
  '(?:repeat|output|recite|print) (?:everything|all|back the text|the text) (?:above|before|verbatim)',
];

const ADDRESSING = [
  `(?:dear|attention|attn|(?:note|notice|message|instructions?|reminder|hint|important) (?:to|for)|to you) (?:(?:the|any|all|this|our|your) ){0,2}${MODEL}s?`,
  `${MODEL}s? (?:(?:that (?:is|are)|who is|currently) )?(?:reading|processing|triaging|classifying) (?:this|the|these)`,
  `if you ${ARE} ${MODEL} (?:(?:and|you|then|please|now|who|that|is|are) ){0,3}(?:reading|processing|classify|triaging|summari[sz]ing|must|should|ignore|set|mark|respond|output|include|follow)`,
  '(?:respond|reply|answer)(?:ing|s)? to (?:every|each|all|all of my|all my) prompts?',
];

const FILLING_IN = [
  '(?:start|begin|prefix|preface|end) (?:every|each|all|your|all your|all of your) (?:replies|reply|responses?|answers?|outputs?) (?:with|by)',
  '(?:your|all your) (?:responses?|outputs?) (?:must|shall|should|has to|have to) (?:(?:always|only|then|also) ){0,2}(?:be in json|start with|begin with|contain only|consist|end with|be exactly)',
  '(?:respond|answer|reply|output|say|print) (?:only|exactly|simply|just|nothing but)(?: with)? the (?:exact )?(?:words?|phrase|string|text|sentence|following (?:words?|phrase|text|string|sentence|json))',
  '(?:respond|answer|reply|output) (?:(?:only|strictly|just|exclusively) )?(?:with|in|as|using) (?:(?:only|valid|this|the|exact|raw|following) ){0,3}json',
  '(?:set|change|make|override) (?:(?:the|your|all) ){0,2}(?:confidence|urgency|sentiment|escalation risk|needs human review)(?: (?:score|field|value|level))? (?:to|as|equal to) (?:p ?[1-4]|[01]|true|false|high|low|null|none|100|positive|neutral)',
  '(?:classify|categori[sz]e|label|triage|rate) (?:this|the|all|every|each) (?:ticket|message|email|request|text)s? (?:as|with) (?:an? |the )?(?:p ?[1-4]|positive|neutral|urgency|confidence|category)',
];

export const en: Orders = {
  spaced: true,
  phrases: [...OVERRIDING, ...RECASTING, ...ASKING, ...ADDRESSING, ...FILLING_IN],
};
