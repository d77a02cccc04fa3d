import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aSource, aTriage } from '../test/a-triage.ts';
import { button, renderApp } from '../test/render-app.tsx';

const ATTACK = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

describe('text from strangers', () => {
  it('stands as text wherever it is shown', async () => {
    const source = aSource({ id: 'ticket:1', ticketId: '1', title: ATTACK, resolution: ATTACK });
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
          draft: calm.draft && {
            ...calm.draft,
            text: ATTACK,
            parts: [
              { text: `${ATTACK} `, sourceId: 'ticket:1', quote: ATTACK, struck: null },
              { text: ATTACK, sourceId: null, quote: null, struck: 'link' },
            ],
            sourceIds: ['ticket:1'],
          },
        },
      ];
    });
    await button('Insert into reply');
    expect(screen.getAllByText((text) => text.includes('<img src=x')).length).toBeGreaterThan(6);
    expect(container.querySelectorAll('img, script, a[href^="javascript:"]')).toHaveLength(0);
    expect('hacked' in window).toBe(false);
  });
});

describe('sources', () => {
  it('open tickets in Zendesk and articles in a page of their own', async () => {
    const facts = { gold: true, resolutionHours: 3 };
    const { zendesk, user } = renderApp((fake) => {
      const article = { id: 'article:5', kind: 'article', title: 'Refunds', ticketId: null } as const;
      fake.triages = [
        aTriage({ sources: [aSource(facts), aSource({ ...facts, ...article, url: 'https://help.example.com/5' })] }),
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
