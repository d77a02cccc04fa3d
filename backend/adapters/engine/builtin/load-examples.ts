import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type LabelledTicket, labelledTicketSchema } from './labelled-ticket.ts';

const FOLDER = new URL('./examples/', import.meta.url);

const listFiles = (): URL[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => new URL(name, FOLDER));

/** The labelled tickets that ship. Throws an Error that names file and line when one is faulty. */
export function loadExamples(files: readonly URL[] = listFiles()): LabelledTicket[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${fileURLToPath(file)}:${index + 1}`)])),
  );
}

function parseLine(line: string, place: string): LabelledTicket {
  const result = labelledTicketSchema.safeParse(parseJson(line));
  if (!result.success) throw new Error(`${place}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
