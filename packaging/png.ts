const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_BYTES = 26;
const TRUECOLOUR_WITH_ALPHA = 6;

/** What a PNG's first chunk says of it, sizes in pixels; null for what is no PNG. */
export function readPng(bytes: Uint8Array): { width: number; height: number; transparent: boolean } | null {
  if (bytes.length < HEADER_BYTES || !SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    transparent: view.getUint8(24) === 8 && view.getUint8(25) === TRUECOLOUR_WITH_ALPHA,
  };
}
