import { liftSuppression, listSuppressions, type Suppression } from '../../../../contract/consent.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Stack } from '../../ui/layout.tsx';
import { texts } from './texts/texts.ts';

/** Allows an address again, after saying what that means. */
export function LiftSuppression({ suppression }: { suppression: Suppression }) {
  const t = useTexts(texts);
  const { id, value, reason, liftedAt } = suppression;
  const lift = useAction(liftSuppression, { invalidate: [listSuppressions], done: t('liftDone', { value }) });
  if (liftedAt) return null;
  const asked = reason === 'unsubscribed' || reason === 'complaint' || reason === 'erased';
  const ask = async () => {
    const text = (
      <Stack>
        {asked ? <Alert tone="warn">{t('liftUnsubscribed')}</Alert> : null}
        <span>{t('liftText')}</span>
      </Stack>
    );
    if (await confirm({ title: t('liftTitle', { value }), text, action: t('liftAction'), danger: asked }))
      lift.run({ id });
  };
  return (
    <Button size="small" look="quiet" busy={lift.busy} onClick={() => void ask()}>
      {t('lift')}
      <span className="visually-hidden"> {value}</span>
    </Button>
  );
}
