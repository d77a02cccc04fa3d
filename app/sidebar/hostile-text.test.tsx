import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

const ATTACK = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

describe('text from strangers', () => {
  it('stands as text wherever it is shown', async () => {
    const source = {
      id: 'ticket:1',
      kind: 'ticket' as const,
      title: ATTACK,
      url: null,
      ticketId: '1',
      language: 'en',
      category: null,
      score: 0.5,
      gold: false,
      resolvedAt: null,
      resolutionHours: null,
    };
    const { container } = renderApp((fake) => {
      const calm = aTriage();
      fake.triages = [
        {
          ...calm,
          classification: calm.classification && {
            ...calm.classification,
            summary: ATTACK,
            subcategory: ATTACK,
            evidence: [ATTACK],
          },
          escalation: {
            flagged: true,
            risk: 'high',
            reasons: [{ layer: 'signal', rule: ATTACK.slice(0, 80), phrase: ATTACK }],
          },
          sources: [
            source,
            { ...source, id: 'article:1', kind: 'article', ticketId: null, url: 'javascript:alert(1)' },
          ],
          draft: calm.draft && { ...calm.draft, text: ATTACK, removed: [{ text: ATTACK, reason: ATTACK }] },
        },
      ];
    });
    await button('Insert into reply');
    expect(screen.getAllByText((text) => text.includes('<img src=x')).length).toBeGreaterThan(5);
    expect(container.querySelectorAll('img, script, a[href^="javascript:"]')).toHaveLength(0);
    expect('hacked' in window).toBe(false);
  });
});

describe('sources', () => {
  it('open tickets in Zendesk and articles in a page of their own', async () => {
    const facts = { language: 'en', category: null, score: 0.874, gold: true, resolvedAt: null, resolutionHours: 3 };
    const { zendesk, user } = renderApp((fake) => {
      fake.triages = [
        aTriage({
          sources: [
            { id: 'ticket:77', kind: 'ticket', title: 'Twice', url: null, ticketId: '77', ...facts },
            {
              id: 'article:5',
              kind: 'article',
              title: 'Refunds',
              url: 'https://help.example.com/5',
              ticketId: null,
              ...facts,
            },
          ],
        }),
      ];
    });
    await user.click(await screen.findByText('#77 Twice'));
    expect(zendesk.invoked).toContainEqual(['routeTo', 'ticket', '77']);
    const link = screen.getByText('Refunds').closest('a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toContain('noopener');
    expect(screen.getAllByText(/87% match · gold answer · solved in 3 hr/)).toHaveLength(2);
  });
});
