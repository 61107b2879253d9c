import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row } from '../ui/layout.tsx';
import { Page } from '../ui/page.tsx';
import { commandKey } from './palette.tsx';
import { texts } from './texts/texts.ts';

/** No such page. */
export function Missing() {
  const t = useTexts(texts);
  return (
    <Page title={t('missingTitle')} text={t('missingText', { key: commandKey })} width="reading">
      <Row>
        <Button href={paths.today()}>{t('toToday')}</Button>
      </Row>
    </Page>
  );
}

/** A screen that threw. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  return (
    <EmptyState
      title={t('brokenTitle')}
      text={t('brokenText', { message: error instanceof Error ? error.message : String(error) })}
      action={<Button onClick={reset}>{common('tryAgain')}</Button>}
    />
  );
}
