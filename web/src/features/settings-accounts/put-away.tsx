import {
  archiveSendingAccount,
  listSendingAccounts,
  restoreSendingAccount,
  type SendingAccountRow,
} from '../../../../contract/accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { useGo, useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';

type Named = Pick<SendingAccountRow, 'id' | 'name'>;

/** Asks, puts the account away and goes back to the list. */
export function usePutAway({ id, name }: Named, list: string): () => Promise<void> {
  const t = useTexts(texts);
  const go = useGo();
  const archive = useAction(archiveSendingAccount, {
    invalidate: [listSendingAccounts],
    done: t('archived', { name }),
    onSuccess: () => go(list),
  });
  return async () => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archive'), danger: true };
    if (await confirm(question)) archive.run({ id });
  };
}

/** Whether a list shows what was put away, and the input of its endpoint for that. */
export function useAway(): { away: boolean; archived: 'true' | undefined } {
  const [search] = useSearchState<{ away?: string | undefined }>();
  const away = search.away === 'yes';
  return { away, archived: away ? 'true' : undefined };
}

export function AwayFilter() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ away?: string | undefined }>();
  return (
    <SelectField
      label={t('state')}
      hideLabel
      choices={[
        { value: 'no', label: t('showInUse') },
        { value: 'yes', label: t('showAway') },
      ]}
      value={search.away === 'yes' ? 'yes' : 'no'}
      onChange={(away) => change({ away: away === 'yes' ? 'yes' : undefined })}
    />
  );
}

export function BringBack({ account: { id, name } }: { account: Named }) {
  const t = useTexts(texts);
  const restore = useAction(restoreSendingAccount, {
    invalidate: [listSendingAccounts],
    done: t('broughtBack', { name }),
  });
  return (
    <Button size="small" busy={restore.busy} onClick={() => restore.run({ id })}>
      {t('bringBack')}
    </Button>
  );
}
