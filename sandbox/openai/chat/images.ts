import { invalidRequest } from '../api-error.ts';
import type { ImagePart } from './request.ts';

const MAX_BYTES = 20 * 1024 * 1024;
/** A mebibyte-sized picture is four tiles of 512 × 512 at high detail; a picture behind an address is taken to be one too. */
const LOW_DETAIL_TOKENS = 85;
const HIGH_DETAIL_TOKENS = 85 + 4 * 170;
/** gpt-4o-mini counts a picture at 33⅓ times the tokens. */
const MINI_FACTOR = 100 / 3;

const SIGNATURES: Record<string, (bytes: Buffer) => boolean> = {
  png: (bytes) => bytes.subarray(1, 4).toString('latin1') === 'PNG',
  jpeg: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  gif: (bytes) => bytes.subarray(0, 3).toString('latin1') === 'GIF',
  webp: (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

function checkDataUrl(url: string): void {
  const type = /^data:image\/(png|jpe?g|gif|webp);base64,/.exec(url)?.[1]?.replace('jpg', 'jpeg');
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  if (!type || !SIGNATURES[type]?.(bytes)) {
    const formats = "['png', 'jpeg', 'gif', 'webp']";
    throw invalidRequest(
      `You uploaded an unsupported image. Please make sure your image has one of the following formats: ${formats}.`,
      null,
      'invalid_image_format',
    );
  }
  if (bytes.length > MAX_BYTES) throw invalidRequest('The image is larger than 20 MB.', null, 'image_too_large');
}

export function checkImage({ image_url: { url } }: ImagePart): void {
  if (url.startsWith('data:')) checkDataUrl(url);
  else if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalidRequest('Invalid image URL. Expected a valid URL or a base64 data URL.', null, 'invalid_image_url');
  }
}

export function imageTokens(image: ImagePart, model: string): number {
  const tokens = image.image_url.detail === 'low' ? LOW_DETAIL_TOKENS : HIGH_DETAIL_TOKENS;
  return Math.round(model === 'gpt-4o-mini' ? tokens * MINI_FACTOR : tokens);
}
