import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Code } from '../../ui/page/Section.tsx';

/** What was being edited, to be copied. */
export function SetAside({ text }: { text: string }) {
  const { t } = usePageWords();
  return (
    <section aria-label={t('save.setAsideText')} style={{ maxWidth: '100%', textAlign: 'start' }}>
      <p>{t('save.setAsideText')}</p>
      <Code as="pre" tabIndex={0} style={{ overflow: 'auto', maxHeight: 360 }}>
        {text}
      </Code>
    </section>
  );
}
