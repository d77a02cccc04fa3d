import { withoutStamp } from './turn.ts';

const FRAME = /^(?:\*{3} ?|-{2,8} ?)|(?: ?\*{3}| ?-{2,8})$/gu;
const STARTS =
  /^(?:(?:chat|conversation|session) (?:started|ended|transferred|transcript|closed|reopened|rating|id|with)(?!\p{L})|(?:served|assigned|transferred|handed over) (?:by|to) |(?:you are|you're) now (?:chatting|connected)|please wait while|messages and calls are end-to-end encrypted|this chat is with a business|nachrichten und anrufe sind ende-zu-ende|les messages et les appels sont chiffrés|los mensajes y las llamadas están cifrados|as mensagens e as chamadas são protegidas)/iu;
const ENDS =
  /(?:(?:has |have )?(?:joined|left|entered|ended|closed|reopened) (?:the |this )?(?:chat|conversation|room|session|channel)|(?:was|were|is) (?:added|removed|assigned)(?: to this conversation)?|assigned this conversation(?: to \P{Cc}{1,40})?|is typing(?:\.{3}|…)?|(?:hat|haben) den chat (?:betreten|verlassen|beendet)|a (?:rejoint|quitté) (?:le chat|la conversation)|(?:se ha unido|se unió|ha abandonado|abandonó)(?: al| el)? (?:chat|la conversación)|(?:entrou|saiu) (?:n|d)[oa] (?:chat|conversa)|(?:ha lasciato|si è unito a) la (?:chat|conversazione)|が(?:参加|退出|入室|退室)しました)[.。]?$/iu;
const ATTACHED =
  /^(?:<[^<>]{0,40}(?:omitted|weggelassen|ausgeschlossen|omitido|omitida|omis|attached)[^<>]{0,20}>|(?:image|video|audio|sticker|gif|document|bild|imagen|imagem) (?:omitted|weggelassen|omitida?)|this message was deleted\.?|you deleted this message\.?)$/iu;
const LONGEST = 220;

/** A line that the chat itself wrote: who came and went, a frame, what stands for a picture. */
export function isSystemLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  const line = withoutStamp(text)
    .replace(/^[\u200e\u200f]{1,3}/u, '')
    .trim()
    .replace(FRAME, '');
  return STARTS.test(line) || ENDS.test(line.slice(-90)) || ATTACHED.test(line);
}
