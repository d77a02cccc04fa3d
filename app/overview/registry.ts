import { LEAD_PAGES } from './lead-pages.ts';
import { type Group, late } from './page.ts';

/** Every page, in the order of the menu. */
export const GROUPS: readonly Group[] = [
  { title: 'group.overview', isForAgents: true, pages: LEAD_PAGES },
  {
    title: 'group.setup',
    isForAgents: false,
    pages: [
      {
        id: 'connection',
        title: 'page.connection',
        text: 'page.connectionText',
        Body: late(() => import('./pages/connection/ConnectionPage.tsx'), 'ConnectionPage'),
      },
      {
        id: 'categories',
        title: 'page.categories',
        text: 'page.categoriesText',
        Body: late(() => import('./pages/categories/CategoriesPage.tsx'), 'CategoriesPage'),
        settings: ['taxonomy'],
      },
      {
        id: 'teams',
        title: 'page.teams',
        text: 'page.teamsText',
        Body: late(() => import('./pages/teams/TeamsPage.tsx'), 'TeamsPage'),
        settings: ['groupOf'],
      },
      {
        id: 'knowledge',
        title: 'page.knowledge',
        text: 'page.knowledgeText',
        Body: late(() => import('./pages/knowledge/KnowledgePage.tsx'), 'KnowledgePage'),
      },
    ],
  },
  {
    title: 'group.rules',
    isForAgents: false,
    pages: [
      {
        id: 'routing',
        title: 'page.routing',
        text: 'page.routingText',
        Body: late(() => import('./pages/routing/RoutingPage.tsx'), 'RoutingPage'),
        routing: ['categories', 'rules'],
      },
      {
        id: 'hours',
        title: 'page.hours',
        text: 'page.hoursText',
        Body: late(() => import('./pages/hours/HoursPage.tsx'), 'HoursPage'),
        routing: ['schedules', 'teams'],
      },
      {
        id: 'escalation',
        title: 'page.escalation',
        text: 'page.escalationText',
        Body: late(() => import('./pages/escalation/EscalationPage.tsx'), 'EscalationPage'),
        routing: ['escalation'],
      },
      {
        id: 'assignment',
        title: 'page.assignment',
        text: 'page.assignmentText',
        Body: late(() => import('./pages/assignment/AssignmentPage.tsx'), 'AssignmentPage'),
        routing: ['assignment'],
      },
    ],
  },
  {
    title: 'group.decisions',
    isForAgents: false,
    pages: [
      {
        id: 'mode',
        title: 'page.mode',
        text: 'page.modeText',
        Body: late(() => import('./pages/mode/ModePage.tsx'), 'ModePage'),
        settings: ['mode', 'modeOf', 'reviewBelow', 'askDetails', 'slaWarnings', 'timeZone'],
      },
      {
        id: 'model',
        title: 'page.model',
        text: 'page.modelText',
        Body: late(() => import('./pages/model/ModelPage.tsx'), 'ModelPage'),
        settings: ['model', 'monthlyBudgetUsd', 'readImages'],
      },
    ],
  },
  {
    title: 'group.operation',
    isForAgents: false,
    pages: [
      {
        id: 'dead-letters',
        title: 'page.letters',
        text: 'page.lettersText',
        Body: late(() => import('./pages/dead-letters/DeadLettersPage.tsx'), 'DeadLettersPage'),
      },
      {
        id: 'undo',
        title: 'page.undo',
        text: 'page.undoText',
        Body: late(() => import('./pages/undo/UndoPage.tsx'), 'UndoPage'),
      },
      {
        id: 'decision',
        title: 'page.decision',
        text: 'page.decisionText',
        Body: late(() => import('./pages/decision/DecisionPage.tsx'), 'DecisionPage'),
      },
    ],
  },
  {
    title: 'group.data',
    isForAgents: false,
    pages: [
      {
        id: 'privacy',
        title: 'page.privacy',
        text: 'page.privacyText',
        Body: late(() => import('./pages/privacy/PrivacyPage.tsx'), 'PrivacyPage'),
        settings: ['masking', 'retention', 'draftFrom'],
      },
      {
        id: 'erasure',
        title: 'page.erasure',
        text: 'page.erasureText',
        Body: late(() => import('./pages/erasure/ErasurePage.tsx'), 'ErasurePage'),
      },
      {
        id: 'feedback',
        title: 'page.feedback',
        text: 'page.feedbackText',
        Body: late(() => import('./pages/feedback/FeedbackPage.tsx'), 'FeedbackPage'),
      },
      {
        id: 'audit',
        title: 'page.audit',
        text: 'page.auditText',
        Body: late(() => import('./pages/audit/AuditPage.tsx'), 'AuditPage'),
      },
    ],
  },
];

export const PAGE_IDS: readonly string[] = GROUPS.flatMap(({ pages }) => pages.map(({ id }) => id));

/** The groups that somebody sees; only an admin sees all. */
export const groupsOf = (isAdmin: boolean): readonly Group[] =>
  GROUPS.filter(({ isForAgents }) => isAdmin || isForAgents);
