import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 300;
const PAPER = [250, 250, 250];

/** Left, top, right, bottom and colour: a window with a title bar, a form and a red message. */
const BOXES: [number, number, number, number, number[]][] = [
  [0, 0, 480, 28, [23, 73, 77]],
  [12, 10, 140, 18, [220, 235, 235]],
  [24, 52, 200, 62, [90, 100, 110]],
  [24, 72, 456, 100, [225, 228, 232]],
  [24, 116, 456, 144, [225, 228, 232]],
  [24, 168, 456, 228, [200, 45, 50]],
  [40, 184, 300, 194, [255, 255, 255]],
  [40, 204, 220, 212, [250, 215, 215]],
  [340, 250, 456, 280, [31, 115, 183]],
];

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

const colourAt = (x: number, y: number) =>
  BOXES.findLast(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom)?.[4] ?? PAPER;

/** A drawn screenshot of a form that failed; `seed` gives each one other pixels along its lower edge. */
export function screenshotPng(seed: string): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  Buffer.from(seed).copy(rows, rows.length - WIDTH * 3, 0, WIDTH);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
