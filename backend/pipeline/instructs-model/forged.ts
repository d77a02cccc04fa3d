const SPEAKER = '(?:system|assistant|admin|administrator|developer)';
const ORDER =
  '(?:you |ignore|disregard|override|overrule|forget|bypass|approve|new instruction|from now|set |mark |classify|always |never |respond|reply |output|the (?:assistant|ai|model|llm|user )|all (?:previous|prior|safety|users)|safety|comply)';

/** Signs that in what models are fed stand for who speaks, and answers filled in beforehand: nobody writes them to people. */
export const FORGED: readonly RegExp[] = [
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|end_of_text|begin_of_text|start_header_id|end_header_id|eot_id)\|>/,
  /\[\/?inst\]|<<\/?sys>>/,
  /<\/?(?:system|assistant|system[ _-]?(?:prompt|message|instructions?|note|override)|ai[ _-]?instructions?|prompt|important[ _-]?instructions?|information|untrusted|admin[ _-]?override)>/,
  /<\s{0,3}\/\s{0,3}(?:ticket|passage|example|subject)>/,
  /## {0,3}\(?(?:system|assistant|developer)[ _-](?:message|prompt|instructions?|note|override|update)\b/,
  /## {0,3}assistant {0,3}:/,
  /[#*=_-]{3} {0,3}(?:end|begin|beginning|start) of (?:the )?(?:system |user |initial )?(?:prompt|instructions?|ticket|input|context)\b/,
  /(?:^|[\n[(<"'*])[ ]{0,4}system[ _-](?:prompt|override|instructions?|footer|header|directive)[\])*]{0,3}[ \t]{0,3}:/,
  new RegExp(`(?:^|\\n)[ \\t]{0,8}[[(<*#]{0,3}${SPEAKER}(?: note)?[\\])>*]{0,3}[ \\t]{0,2}:[ \\t\\n]{0,4}${ORDER}`),
  /["'](?:needs_human_review|escalation_risk|urgency)["']\s{0,4}:\s{0,4}(?:["']p[1-4]["']|true|false|[01]\b)/,
];
