import { extractText } from '../pipeline/attachments/extract-text.ts';
import { serve } from './serve.ts';

// A reader of PDFs looks ahead, and what breaks there belongs to no promise that anybody waits for.
process.on('unhandledRejection', () => {});

type File = { bytes: Uint8Array; name: string; contentType: string };

serve({ extract: ({ bytes, ...file }: File) => extractText(bytes, file) });
