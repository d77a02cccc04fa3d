import type { Found } from './masker.ts';

/** A second pair of eyes for personal data, beside the masker's own rules. */
export type Detector = {
  /** `language`: ISO 639-1. Throws an OutsideError when it cannot answer in time or at all. */
  detect(text: string, language: string, signal: AbortSignal): Promise<Found[]>;
};
