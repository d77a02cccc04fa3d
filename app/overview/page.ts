import { type ComponentType, lazy } from 'react';
import type { RoutingRules } from '../../backend/contract/routing-rules.ts';
import type { TenantSettings } from '../../backend/contract/tenant-settings.ts';
import type { PageKey } from '../ui/page/PageWords.tsx';

export type Page = {
  /** In the address: `#/categories`. */
  id: string;
  title: PageKey;
  text: PageKey;
  Body: ComponentType;
  /** Wants more than a column that reads well, such as a table of many columns. */
  isWide?: boolean;
  /** What it edits of the account's settings: it gets their version line and their save bar. */
  settings?: readonly (keyof TenantSettings)[];
  /** The same of the account's routing rules. */
  routing?: readonly (keyof RoutingRules)[];
};

/** `isForAgents`: what everybody may see; the other groups are an admin's, with words and drafts that come with the first of them. */
export type Group = { title: PageKey; isForAgents: boolean; pages: readonly Page[] };

/** A page comes when it is first opened. */
export const late = <N extends string, P extends object = object>(
  load: () => Promise<Record<N, ComponentType<P>>>,
  name: N,
) => lazy(async () => ({ default: (await load())[name] }));
