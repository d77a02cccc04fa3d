import { late, type Page } from './page.ts';

/** What a lead looks at, in the order of the menu. */
export const LEAD_PAGES: readonly Page[] = [
  {
    id: 'queue',
    title: 'page.queue',
    text: 'page.queueText',
    Body: late(() => import('./pages/queue/QueuePage.tsx'), 'QueuePage'),
    isWide: true,
  },
  {
    id: 'volume',
    title: 'page.volume',
    text: 'page.volumeText',
    Body: late(() => import('./pages/volume/VolumePage.tsx'), 'VolumePage'),
    isWide: true,
  },
  {
    id: 'agreement',
    title: 'page.agreement',
    text: 'page.agreementText',
    Body: late(() => import('./pages/agreement/AgreementPage.tsx'), 'AgreementPage'),
    isWide: true,
  },
  {
    id: 'confidence',
    title: 'page.confidence',
    text: 'page.confidenceText',
    Body: late(() => import('./pages/confidence/ConfidencePage.tsx'), 'ConfidencePage'),
    isWide: true,
  },
  {
    id: 'drift',
    title: 'page.drift',
    text: 'page.driftText',
    Body: late(() => import('./pages/drift/DriftPage.tsx'), 'DriftPage'),
    isWide: true,
  },
  {
    id: 'effort',
    title: 'page.effort',
    text: 'page.effortText',
    Body: late(() => import('./pages/effort/EffortPage.tsx'), 'EffortPage'),
    isWide: true,
  },
  {
    id: 'spend',
    title: 'page.spend',
    text: 'page.spendText',
    Body: late(() => import('./pages/spend/SpendPage.tsx'), 'SpendPage'),
    isWide: true,
  },
  {
    id: 'escalations',
    title: 'page.escalations',
    text: 'page.escalationsText',
    Body: late(() => import('./pages/escalations/EscalationsPage.tsx'), 'EscalationsPage'),
    isWide: true,
  },
];
