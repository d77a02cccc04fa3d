import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { HEADS, type Head, type HeadName, type Model } from './model.ts';
import { createVectoriser } from './vectoriser.ts';

/** First bytes of a packed model; the last one counts the format, which also changes when features are read differently. */
const MAGIC = Buffer.from('TTMODEL\u0001', 'latin1');

const headSchema = z.object({
  name: z.enum(HEADS),
  labels: z.array(z.string()).min(1),
  steps: z.array(z.number()),
  bias: z.array(z.number()),
  calibration: z.object({ temperature: z.number().positive(), slope: z.number(), shift: z.number() }),
  bytes: z.int().nonnegative(),
});
const headerSchema = z.object({
  trainedOn: z.string(),
  columns: z.int().nonnegative(),
  tickets: z.int().positive(),
  texts: z.int().nonnegative(),
  stems: z.array(z.tuple([z.string(), z.number()])),
  heads: z.array(headSchema),
});
type Header = z.infer<typeof headerSchema>;

/** Magic, then gzip of: length of the header, the header as JSON, hashes, ticket counts, the weights of each head. */
export function packModel({ vectoriser, commonness, trainedOn, ...heads }: Omit<Model, 'version'>): Buffer {
  const named = HEADS.flatMap((name): [HeadName, Head][] => (heads[name] ? [[name, heads[name]]] : []));
  const header: Header = {
    trainedOn,
    columns: vectoriser.hashes.length,
    tickets: vectoriser.tickets,
    texts: commonness.texts,
    stems: [...commonness.seenIn],
    heads: named.map(([name, { labels, calibration, linear }]) => ({
      name,
      labels,
      calibration,
      steps: [...linear.steps],
      bias: [...linear.bias],
      bytes: linear.weights.length,
    })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const weights = named.map(([, { linear }]) =>
    Buffer.from(linear.weights.buffer, linear.weights.byteOffset, linear.weights.length),
  );
  const body = Buffer.concat([length, json, bytesOf(vectoriser.hashes), bytesOf(vectoriser.seenIn), ...weights]);
  return Buffer.concat([MAGIC, gzipSync(body, { level: 9 })]);
}

/** Throws an Error for bytes that `packModel` of this version did not write. */
export function unpackModel(bytes: Uint8Array): Model {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!packed.subarray(0, MAGIC.length - 1).equals(MAGIC.subarray(0, -1))) throw new Error('this is no packed model');
  const format = packed[MAGIC.length - 1];
  if (format !== MAGIC.at(-1)) throw new Error(`packed model of format ${format}; this version reads ${MAGIC.at(-1)}`);
  const body = inflate(packed.subarray(MAGIC.length));
  const start = 4 + body.readUInt32LE(0);
  const header = headerSchema.parse(JSON.parse(body.toString('utf8', 4, start)));
  const read = createReader(body, start);
  const hashes = new Uint32Array(read(header.columns * 4));
  const seenIn = new Uint16Array(read(header.columns * 2));
  const heads = header.heads.map(({ name, labels, calibration, steps, bias, bytes: size }): [HeadName, Head] => {
    const linear = {
      classes: labels.length,
      weights: new Int8Array(read(size)),
      steps: Float32Array.from(steps),
      bias: Float32Array.from(bias),
    };
    return [name, { labels, calibration, linear }];
  });
  return {
    version: versionOf(packed),
    trainedOn: header.trainedOn,
    vectoriser: createVectoriser({ hashes, seenIn, tickets: header.tickets }),
    ...Object.fromEntries(heads),
    commonness: { texts: header.texts, seenIn: new Map(header.stems) },
  };
}

/** By what is inside, not by how well it was compressed. */
export const versionOf = (packed: Buffer): string =>
  `builtin-${createHash('sha256')
    .update(inflate(packed.subarray(MAGIC.length)))
    .digest('hex')
    .slice(0, 8)}`;

function inflate(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new Error('a packed model is damaged', { cause });
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** Reads on from `start`; each piece is a copy, so that it is aligned. */
function createReader(body: Buffer, start: number): (size: number) => ArrayBuffer {
  let at = start;
  return (size) => {
    if (at + size > body.length) throw new Error('a packed model is cut off');
    const piece = Uint8Array.from(body.subarray(at, at + size)).buffer;
    at += size;
    return piece;
  };
}
