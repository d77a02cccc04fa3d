import type { PhraseBook } from './phrase-book.ts';

const HELD = '(?:subscriptions?|accounts?|memberships?|services?|plans?|contracts?|licen[cs]es?|agreements?|renewals?)';
const OTHER_OBJECT =
  '(?:orders?|appointments?|bookings?|reservations?|meetings?|flights?|deliver(?:y|ies)|shipments?|tickets?|payments?|transfers?|transactions?|events?|trips?|invitations?|requests?|uploads?|downloads?|jobs?|exports?|imports?|calls?|sessions?|demos?|class(?:es)?|hotel|rooms?|noise|purchases?|invites?|tasks?|process)';
const PROVIDER =
  '(?:competitors?|(?:another|a different|other|a new) (?:provider|company|vendor|supplier|service|platform|tool|solution|one)|someone else|somewhere else|elsewhere)';
const LAWYER =
  '(?:lawyers?|attorneys?|solicitors?|barristers?|legal (?:team|counsel|advis[eo]rs?|representatives?|department))';
const OUTLET =
  '(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|yelp|glassdoor|social media|social networks?|google reviews?|reviews?|app store|online|press|media|newspapers?|journalists?|blog|internet|everyone|everybody|followers|the world|forums?)';
const WILL =
  '(?:will|ll|shall|going to|gonna|plan to|intend to|have to|about to|want to|ready to|happy to|must|should)';
const AUTHORITY =
  '(?:bbb|better business bureau|ftc|federal trade commission|fcc|cfpb|fca|financial conduct authority|ombudsman|attorney general|consumer (?:protection|affairs|bureau|council|rights|watchdog|association|agency|authority|advocate)|trading standards|regulators?|regulatory (?:body|authority|authorities)|data protection (?:authority|agency|commissioner)|ico|information commissioner|ofcom|ofgem|accc|watchdogs?|authorities|chamber of commerce|citizens advice)';
const MANAGER =
  '(?:(?<!(?:account|password|task|product|project|tag|file|ads?|package|contact|device|download|community|property|event|session|window|content|business|the|case)[^\\p{L}\\p{N}.!?\\n]{1,3})managers?|supervisors?|superiors?|your boss|team lead(?:er)?|(?:your|upper|senior|higher|the) management|ceo|directors?|(?:someone|somebody|anyone) (?:higher|more senior|senior|in charge|above you|with authority)|person in charge|higher ups?|senior (?:agent|person|staff|representative|colleague|member)|head of (?:support|customer service))';
const THE_MANAGER = '(?:the|a|your|store|shift|duty|general|support|service) managers?';
const PERIOD = '(?:days?|weeks?|months?|years?|fortnight)';
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|few|couple of|whole)';
const REPLY =
  '(?:reply|replies|response|responses|answers?|updates?|feedback|call ?backs?|resolution|solution|acknowledge?ment)';
const AWFUL =
  '(?:terrible|horrible|awful|appalling|dreadful|disgraceful|shocking|lousy|abysmal|pathetic|atrocious|horrendous|disgusting|shameful|poor|useless|garbage|trash)';

export const en: PhraseBook = {
  spaced: true,
  phrases: {
    cancel_threat: [
      `(?:cancel|cancell?ing|cancell?ation of|terminat(?:e|ing)|clos(?:e|ing)|delet(?:e|ing)|discontinu(?:e|ing)|quit(?:ting)?) ~ ${HELD}(?! (?:page|tab|window|settings?|details?|photo|history))`,
      `(?:end|ending|stop|stopping|leave|leaving|drop|dropping) (?:my|our|this|the|your|all) (?:[a-z]{1,14} )?(?:subscriptions?|accounts?|memberships?|services?|contracts?)`,
      `(?:want|wants|need|like|request|requesting|demand) ~ (?:account|subscription|membership|contract|plan|service) ~ (?:cancell?ed|terminated|closed|deleted|removed)`,
      `(?:i|we) (?:(?:will|ll|shall|want|wish|need|have|must|may|might|would|d|like|am|are|m|re|going|gonna|now|just|be|to|seriously|considering|thinking|of|about|definitely|forced|decided|intend|planning|plan) ){1,5}cancel(?:l?ing)?(?! ~ ${OTHER_OBJECT})`,
      `cancel (?:everything|it all|immediately|right now|right away|with immediate effect)`,
      `(?:switch|switching|switched|moving|move|going|go|changing|change|leave|leaving|migrate|migrating) ~ ${PROVIDER}`,
      `(?:take|taking|bring) (?:my|our) (?:business|money|custom) ~ (?:elsewhere|somewhere else|competitors?|away)`,
      `(?:looking|look|search|searching|find|finding) (?:for )?(?:an )?${PROVIDER}`,
      `(?:not|won t|wont|never|no longer) (?:be |going to |to )?(?:renew|renewing|extend|extending) (?:my|our|the|this|with|it)`,
      `(?:los(?:e|ing)|lost) (?:me|us|another|a|your) ~ (?:customers?|clients?)`,
      `(?:remove|removing|deactivate|deactivating|shut down|shutting down|kill|get rid of) (?:my|our|the|this|a) (?:[a-z]{1,14} )?(?:accounts?|subscriptions?|memberships?|profile)`,
      `(?:account|subscription|membership|contract) (?:removal|deletion|closure|cancell?ation|termination)(?! (?:polic(?:y|ies)|fees?|page|feature|flow|button))`,
      `no longer (?:want|wish|willing) to be (?:a |your )?(?:customers?|clients?|members?|subscribers?)|(?:don t|dont|do not) (?:want|need) (?:my|the|this|an|your|that) (?:[a-z]{1,14} )?(?:account|subscription|service|membership) (?:anymore|any more|any longer)`,
      `(?:done|finished|through|over) with (?:you|your|this company|this service|you guys)`,
    ],
    legal: [
      `legal (?:action|steps|proceedings?|recourse|remed(?:y|ies)|measures|consequences|claim)`,
      `(?:seek|seeking|take|taking|get|getting) legal (?:advice|counsel|help)`,
      `(?:contact|contacting|call|calling|consult|consulting|speak|speaking|spoken|talk|talking|hire|hiring|hired|involve|involving|engage|instruct|get|getting|retain|hear|hearing|refer|forward|send|sending|consulted|contacted|via|through) ~ (?:my|our|an?|the) ${LAWYER}`,
      `(?:my|our) (?:lawyers?|attorneys?|solicitors?) (?:will|is|are|has|have|says?|advised|told)`,
      `(?:${WILL}|to|might|may|could|can) sue(?! (?:said|wrote|is))`,
      `(?:sue|suing) (?:you|your|the company|them|this|for|over)`,
      `law ?suits?|litigation|small claims|class action|breach of contract`,
      `(?:see|take|taking|bring|bringing|drag) (?:you|this|it|them|the matter|the case|your company) (?:in|to|before) (?:a |the )?(?:court|judge|tribunal)`,
      `(?:press|pressing) charges|(?:file|filing) (?:a )?(?:police report|criminal complaint)`,
    ],
    public: [
      `(?:leave|leaving|post|posting|write|writing|give|giving|publish|publishing) ~ (?:bad|negative|terrible|awful|scathing|horrible|honest|one|1|zero|0|poor|public|damning)(?: ?stars?)?(?: [a-z]{2,12})? reviews?`,
      `(?:i|we) (?:am |are |m |re )?(?:will|ll|shall|going to|gonna|plan to|intend to|about to) (?:[a-z]{2,12} ){0,2}(?:post|posting|write|writing|share|sharing|tell|telling|tweet|tweeting|publish|publishing|expose|exposing|review|warn|warning|leave|let|air|put) ~ ${OUTLET}`,
      `(?:post|posting|share|sharing|publish|publishing) (?:my|our|the|this) (?:[a-z]{2,14} )?(?:experiences?|story|screenshots?|conversation|complaint|case) ~ ${OUTLET}`,
      `(?:go|going|went) (?:public|viral)|go(?:ing)? to (?:the )?(?:press|media|newspapers?|papers|tv|news)`,
      `(?:tak(?:e|ing)|bring(?:ing)?) (?:this|it|my complaint|the matter) (?:public|(?:to|on|onto) (?:the )?(?:twitter|facebook|instagram|tiktok|linkedin|reddit|youtube|trustpilot|social media|press|media|papers|internet|public))`,
      `(?:contact|contacting|call|calling|alert|tell|telling|inform|tip off) ~ (?:press|media|journalists?|newspapers?|reporters?|news (?:station|outlets?))`,
      `name and shame|naming and shaming|(?:everyone|everybody|the whole world|people) (?:will|should|needs? to|is going to) (?:know|hear|find out)`,
    ],
    regulator: [
      `(?:report|reporting|reported|complain|complaining|complaints?|contact|contacting|contacted|file|filing|filed|lodge|lodging|escalate|escalating|notify|notifying|inform|go|going|refer|referring|raise|take|submit|write) ~ ${AUTHORITY}`,
      `better business bureau|ombudsman|trading standards|attorney general|federal trade commission|consumer protection (?:agency|authority|bureau|office)|(?:the )?bbb(?: complaint)?`,
      `(?:a|gdpr|official|formal) complaint (?:with|to) (?:the|your) ~ ${AUTHORITY}`,
    ],
    chargeback: [
      `charge ?backs?(?! (?:reports?|fees?|features?|api|rates?|dashboard|webhooks?|exports?|polic(?:y|ies)|protection|settings?|notifications?|page|module|reasons?|data|up|alerts?|management))`,
      `(?:dispute|disputing|disputed|contest|contesting) ~ (?:charges?|payments?|transactions?|fees?|debits?)(?! (?:page|feature|button|settings?))`,
      `(?:banks?|card (?:company|issuer|provider)|paypal|visa|mastercard|amex|american express) ~ (?:reverse|dispute|claw|refund|recall|block|chargeback|return|stop (?:the|this|that|your|my) payments?)`,
      `(?:dispute|claim|case) (?:with|through|via|at|by) (?:my |our |the )?(?:banks?|credit card|card|paypal|visa|mastercard|amex|stripe)`,
      `(?:reverse|reversing) (?:the|this|that|these|all|your|my) (?:charges?|payments?|transactions?)|stop (?:the|my|your|this) direct debit`,
      `(?:money|payment|refund) back (?:through|via|from|with) (?:my|our|the) (?:bank|card|credit card|paypal)`,
    ],
    manager: [
      `(?:speak|speaking|talk|talking|connect|transfer|escalate|pass|put|get|want|need|call|demand|demanding|ask|asking|request|requesting|let|forward|refer|involve|give|bring|contact|hear|send|raise|is there) ~ (?:${MANAGER}|${THE_MANAGER})`,
      `(?:escalate|escalating) (?:this|my|the|it|that|our|immediately|asap|now|to|further)(?! (?:button|rule|workflow|policy|settings?))`,
      `(?:please|want|need|must|should|be|request|demand|for) (?:[a-z]{1,10} ){0,3}escalat(?:ed|ion)(?! (?:rules?|workflow|polic(?:y|ies)|settings?|matrix|paths?))`,
      `(?:speak|speaking|talk|talking|chat|connect|connected|transfer|transferred|put) (?:me )?(?:to|with|through to) (?:an? |some )?(?:real |actual |live |proper )?(?:human(?: being)?|person|live agent|real agent|representative|human agent|agent|operator)`,
      `managers? (?:please|now|immediately|asap)|where is (?:the|your) manager`,
    ],
    unacceptable: [
      `unacceptable|not acceptable|inacceptable|inexcusable|outrageous|disgraceful|disgusted|appalled|appalling|livid|furious|outraged`,
      `worst ~ (?:experiences?|services?|support|company|customer service|product|app|software|ever|helpdesk|purchase)`,
      `${AWFUL} (?:[a-z]{2,12} )?(?:service|support|experience|treatment|company|response|communication|attitude)`,
      `never (?:[a-z]{2,10} ){0,4}(?:so|such|this|worse|that) (?:an? )?(?:bad|badly|poor|poorly|terrible|awful|disappointed|angry|frustrated|frustrating|treated|experience|service|company|rude)`,
      `fed up|sick (?:and tired )?of|sick and tired|last straw|had (?:it|enough)(?: with| of)?|beyond (?:a joke|ridiculous|frustrat(?:ed|ing)|words|belief|angry)|at my wits end`,
      `(?:this|it|that|what|service|support|company|which)(?: (?:is|s|was|are))? (?:just |such |simply |absolutely |completely |totally |utterly |a complete |a total |an absolute |really )?(?:a )?(?:joke|disgrace|scam|rip ?off|ridiculous|disgusting|pathetic|absurd|shambles|nightmare)`,
      `(?:absolutely|completely|totally|utterly|extremely|beyond) (?:ridiculous|disgusting|useless|disappointed|pathetic|fed up|unprofessional|terrible|awful|horrible)`,
    ],
    waiting: [
      `wait(?:ing|ed)? (?:for )?(?:[a-z]{2,12} ){0,6}(?:${COUNT} ){1,3}(?:business |working |full |long |whole )?${PERIOD}`,
      `wait(?:ing|ed) (?:for )?(?:days|weeks|months|ages|forever|so long|too long)|(?:hours|ages|forever) on hold|on hold (?:for )?(?:[a-z0-9]{1,10} ){0,3}hours`,
      `(?:${COUNT} ){1,3}(?:business |working )?${PERIOD}(?: (?:later|now|ago|and|with|already|since)){0,3} (?:[a-z]{2,12} ){0,3}(?:(?:no|zero|without|without an?|without any) (?:single )?${REPLY}|no ?one|nobody|nothing (?:from|back|has|was|is|yet)|still (?:no ${REPLY}|nothing|waiting|haven t|not (?:heard|received|answered))|never (?:got|heard|received|answered))`,
      `(?:no|without|zero|never (?:got|received|had)|not (?:had|received|got)|haven t (?:had|received|got)) (?:an? |any |a single )?${REPLY} (?:[a-z]{2,12} ){0,4}(?:for|in|since|after|from|to my|yet)`,
      `still (?:waiting|no ${REPLY}|nothing|not heard|haven t heard|have not heard|havent heard|unanswered|not (?:received|gotten|got) ~ ${REPLY}|haven t (?:received|gotten|got) ~ ${REPLY})`,
      `(?:no ?one|nobody|no body) (?:has |is |ever |have |even |from your team |in support ){0,3}(?:answer|respond|repl|help|get|got|call|care|contact|return|pick)[a-z]{0,5}`,
      `(?:being|been|am|m|getting|feel|was|are|keep getting) (?:completely |totally |constantly )?ignored|ignor(?:ing|ed|es?) (?:me|us|my|our|all my|every)(?! settings?)`,
      `(?:third|3rd|fourth|4th|fifth|5th|sixth|6th|tenth|nth|umpteenth|\\d{1,2}th|second|2nd) (?:time|email|message|ticket|request|reminder) (?:[a-z]{1,12} ){0,5}(?:contact|writ|email|ask|call|report|messag|ticket|reach|send|sent|about|without|and)[a-z]{0,5}`,
      `(?:haven t|have not|havent|never|not|yet to) (?:yet )?(?:heard|hear) (?:anything |a word )?(?:back|from|anything)`,
    ],
  },
  negations:
    'not|never|don t|dont|didn t|didnt|doesn t|doesnt|won t|wont|wouldn t|isn t|wasn t|aren t|haven t|no (?:need|intention|plans?|reason|desire|wish|threat)|without|rather than|instead of|avoid|avoiding|nor|neither|nothing|stop',
  fillers:
    'want|wanting|wanna|to|going|planning|plan|intend|intending|looking|trying|wish|wishing|need|needs|have|having|like|be|been|really|yet|even|please|just|ever|currently|actually|considering|thinking|about|of|any|an?|the|my|our|saying|asking|for|this|that|it|is|was|threatening|interested|in|seeking|seek|take|taking|pursue|pursuing|file|filing|make|at all|as|so|too|very|because|by|completely|absolutely|say|get',
  inquiries:
    '^(?:[a-z]{1,12}[ ,]{1,3}){0,3}(?:what (?:is|are|s|does|do|happens|would|will|if)|how (?:does|do you|long|much|many|soon|will)|is (?:it|there|this|your)|are (?:there|you)|do you|does|did|can (?:i|we|you)(?: still)?(?: (?:cancel|dispute|post|share|write|get|pause|change|switch|explain|tell)| send you)|could you (?:explain|tell)|where|which|when|who|will (?:i|my|it|there)|would (?:it|i|there)|if (?:i|we)|do (?:i|we) (?:need|have)|am i able|should (?:i|we) (?:need|ask|contact))',
};
