import { course } from './de/course.ts';
import { router } from './de/router.ts';
import { parcel } from './en/parcel.ts';
import { plan } from './en/plan.ts';
import { gym } from './es/gym.ts';
import { hotel } from './es/hotel.ts';
import { energy } from './fr/energy.ts';
import { phone } from './fr/phone.ts';
import { booking } from './ja/booking.ts';
import { camera } from './ja/camera.ts';
import { bank } from './pt/bank.ts';
import { coffee } from './pt/coffee.ts';
import type { Scenario } from './scenario.ts';

export const SCENARIOS: readonly { language: string; scenario: Scenario }[] = [
  ...[plan, parcel].map((scenario) => ({ language: 'en', scenario })),
  ...[gym, hotel].map((scenario) => ({ language: 'es', scenario })),
  ...[energy, phone].map((scenario) => ({ language: 'fr', scenario })),
  ...[course, router].map((scenario) => ({ language: 'de', scenario })),
  ...[bank, coffee].map((scenario) => ({ language: 'pt', scenario })),
  ...[booking, camera].map((scenario) => ({ language: 'ja', scenario })),
];
