import type { Person } from '../../ports/ticket.ts';

const CUSTOMER_ROLE =
  /^(?:visitor|customer|client|user|end[- ]user|guest|me|you|cliente|visitante|usuario|usuário|utente|klant|bezoeker|klient|kunde|kundin|besucher(?:in)?|gast|client(?:e)?|visiteur|お客様|ユーザー|訪問者|客户|访客)(?![\p{L}]).{0,24}$/iu;
const AGENT_ROLE =
  /(?<!\p{L})(?:agent|bot|chatbot|slackbot|support|assistant|system|operator|representative|advisor|agente|soporte|suporte|assistenza|operatore|medewerker|konsultant|berater(?:in)?|conseill(?:er|ère))(?!\p{L})|エージェント|担当|サポート|ボット|客服|机器人/iu;
const CAMEL_BOT = /[a-z]Bot(?!\p{L})/u;
const DECORATION = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f]|["'~()[\]]/gu;

export type Role = 'customer' | 'agent' | 'unknown';

/** Tells a speaker's part by the names on the ticket, then by what the name says. */
export function createRoles(requester: Person, people: readonly Person[]): (speaker: string) => Role {
  const own = fold(requester.name);
  const agents = people
    .filter((person) => person.id !== requester.id)
    .map((person) => fold(person.name))
    .filter((name) => name !== own);
  const read = (speaker: string): Role => {
    const name = fold(speaker);
    if (sameName(own, name)) return 'customer';
    if (agents.some((agent) => sameName(agent, name))) return 'agent';
    if (CUSTOMER_ROLE.test(name)) return 'customer';
    return AGENT_ROLE.test(name) || CAMEL_BOT.test(speaker) ? 'agent' : 'unknown';
  };
  const roles = new Map<string, Role>();
  return (speaker) => {
    const role = roles.get(speaker) ?? read(speaker);
    roles.set(speaker, role);
    return role;
  };
}

const fold = (name: string | null): string =>
  (name ?? '').slice(0, 100).normalize('NFKC').replace(DECORATION, '').trim().toLowerCase();

/** "Mara", "Mara L." and "Mara Lindt" are one. */
function sameName(name: string, speaker: string): boolean {
  if (name === '' || speaker === '') return false;
  if (name === speaker) return true;
  const [first, ...rest] = name.split(/\s+/);
  const [otherFirst, ...otherRest] = speaker.split(/\s+/);
  if (first !== otherFirst) return false;
  const last = rest.at(-1) ?? '';
  const otherLast = otherRest.at(-1) ?? '';
  return last === '' || otherLast === '' || otherLast.replace('.', '') === last.charAt(0);
}
