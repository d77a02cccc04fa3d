import { useCallback, useState } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Section } from '../../../ui/page/Section.tsx';
import { useResource } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Changes } from './Changes.tsx';
import { changesBetween } from './changes.ts';
import { useRouting } from './RoutingDraft.tsx';

/** What is edited and not saved, and what an earlier version had that is otherwise now. */
export function Compare() {
  const { t } = usePageWords();
  const { body, inForce, saved, isDirty } = useRouting();
  const [isOpen, setOpen] = useState(false);
  if (!isDirty && saved.version < 2) return null;
  return (
    <Section title={t('routing.changes')} text={t('routing.changesText')}>
      {isDirty && <Changes changes={changesBetween(inForce, body)} />}
      {saved.version > 1 && (
        <Disclosure title={t('routing.compare')} open={isOpen} onToggle={() => setOpen(true)}>
          {isOpen && <Earlier />}
        </Disclosure>
      )}
    </Section>
  );
}

function Earlier() {
  const { t, moment } = usePageWords();
  const { document, saved } = useRouting();
  const list = useResource(useCallback(() => document.list(), [document]));
  const [chosen, choose] = useState<string | null>(null);
  return (
    <Loaded resource={list} shape={[40]}>
      {(versions) => {
        const options = versions
          .filter(({ version }) => version !== saved.version)
          .map(({ version, savedAt, note }) => {
            const when = savedAt ? moment(savedAt) : '';
            return {
              value: String(version),
              label: [t('routing.versionOf', { version, when }), note].filter(Boolean).join(': '),
            };
          });
        const value = chosen ?? options[0]?.value;
        if (value === undefined) return null;
        return (
          <>
            <SelectRow label={t('routing.compareWith')} value={value} options={options} onChange={choose} />
            <Since version={Number(value)} />
          </>
        );
      }}
    </Loaded>
  );
}

function Since({ version }: { version: number }) {
  const { t } = usePageWords();
  const { document, inForce } = useRouting();
  const earlier = useResource(useCallback(() => document.read(version), [document, version]));
  return (
    <Loaded resource={earlier} shape={[60]}>
      {({ body }) => {
        const changes = changesBetween(body, inForce);
        return changes.length > 0 ? <Changes changes={changes} /> : <p>{t('routing.change.nothing')}</p>;
      }}
    </Loaded>
  );
}
