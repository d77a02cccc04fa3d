import { useEffect, useRef } from 'react';
import type { Tell } from '../api/feedback-queue.ts';
import type { FieldIds } from '../zaf/find-fields.ts';
import type { Frame } from '../zaf/frame.ts';
import { readReply } from '../zaf/read-reply.ts';
import type { TicketForm } from '../zaf/ticket-form.ts';
import { finalValues } from './final-values.ts';

/** The contract's cap. */
const MAX_REPLY = 65_536;

type Input = {
  frame: Frame;
  triageId: string;
  fields: FieldIds;
  refresh: () => Promise<TicketForm | null>;
  tell: Tell;
  submitted: () => void;
};

/** Tells what the ticket became once it is saved. The editor is empty by then, so the reply is read as the save begins. */
export function SubmitReport(input: Input): null {
  const latest = useRef(input);
  latest.current = input;
  const { frame } = input;

  useEffect(() => {
    let reply: Promise<string | null> = Promise.resolve(null);
    const capture = () => {
      reply = readReply(frame);
    };
    const captureAgain = () => {
      const earlier = reply;
      reply = readReply(frame).then(async (text) => text ?? (await earlier));
    };
    const report = async () => {
      const { triageId, fields, refresh, tell, submitted } = latest.current;
      const [form, text] = await Promise.all([refresh(), reply]);
      reply = Promise.resolve(null);
      submitted();
      if (form)
        tell(triageId, {
          type: 'submitted',
          final: finalValues(form, fields),
          reply: text?.slice(0, MAX_REPLY) ?? null,
        });
    };
    const forget = () => {
      reply = Promise.resolve(null);
    };
    const stops = [
      frame.on(['ticket.save'], capture),
      frame.on(['ticket.submit.start'], captureAgain),
      frame.on(['ticket.submit.fail'], forget),
      frame.on(['ticket.submit.done'], () => void report().catch(forget)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [frame]);
  return null;
}
