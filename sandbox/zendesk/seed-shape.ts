export type RequesterSeed = { name: string; email: string; locale: string };
export type CommentSeed = {
  author: 'requester' | 'agent' | 'cc';
  public: boolean;
  text?: string;
  html?: string;
  minutesAgo: number;
};

/** `text` is what a text file says and what a PDF's page shows; a picture needs none. */
export type AttachmentSeed = { name: string; contentType: string; text?: string };

/** A line of open-tickets.jsonl; `expected` is what a person would answer and never leaves the seed. */
export type OpenTicketSeed = {
  subject: string;
  channel: string;
  language: string;
  tier?: string;
  requester: RequesterSeed;
  organization: string | null;
  priority: string | null;
  tags: string[];
  minutesAgo: number;
  comments: CommentSeed[];
  attachments?: AttachmentSeed[];
  expected?: unknown;
};

/** A line of solved-tickets.jsonl. */
export type SolvedTicketSeed = {
  subject: string;
  language: string;
  category: string;
  urgency: string;
  channel: string;
  requester: RequesterSeed;
  question: string;
  response: string;
  resolution: string;
  group: string;
  satisfaction: 'good' | 'bad' | 'null' | null;
  gold: boolean;
  solvedDaysAgo: number;
  resolutionHours: number;
  tags: string[];
  sentiment?: string;
  reopens?: number;
};

/** A line of articles.jsonl; translations of one article share `key`. */
export type ArticleSeed = {
  key: string;
  locale: string;
  section: string;
  title: string;
  html: string;
  updatedDaysAgo: number;
  draft?: boolean;
  /** Whose eyes alone it is for. */
  userSegmentId?: number;
};

export type Seed = { tickets: OpenTicketSeed[]; solved: SolvedTicketSeed[]; articles: ArticleSeed[] };
