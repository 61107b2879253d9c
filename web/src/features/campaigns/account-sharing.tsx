import { IconTrash } from '@tabler/icons-react';
import { type AccountSharing, SHARING_RULES, WHEN_PAUSED } from '../../../../contract/account-sharing.ts';
import type { SendingAccountRow } from '../../../../contract/accounts.ts';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { senderTexts } from './sender-texts/texts.ts';

interface SharingProps {
  accounts: readonly SendingAccountRow[];
  sharing: AccountSharing | null;
  change: (sharing: AccountSharing | null) => void;
}

const ALONE: AccountSharing = { rule: 'shares', whenPaused: 'others', weight: 1, others: [] };

/** O32: further accounts that carry a part of it, and by which rule. */
export function Sharing({ accounts, sharing, change }: SharingProps) {
  const t = useTexts(senderTexts);
  const { action } = useHere();
  const { rule, whenPaused, weight, others } = sharing ?? ALONE;
  const set = (part: Partial<AccountSharing>) => {
    const next = { rule, whenPaused, weight, others, ...part };
    change(next.others.length === 0 ? null : next);
  };
  const nameOf = (id: string | null) => accounts.find((account) => account.id === id)?.name ?? '';
  const taken = new Set<string | null>([action.sendingAccountId, ...others.map(({ id }) => id)]);
  const free = accounts.filter(({ id }) => !taken.has(id));
  const total = weight + others.reduce((sum, other) => sum + other.weight, 0);
  const share = (part: number) => t('shareSaid', { share: Math.round((100 * part) / total) });
  if (free.length === 0 && others.length === 0) return null;
  return (
    <Stack>
      {others.length > 0 ? (
        <>
          <RadioField
            label={t('sharingRule')}
            value={rule}
            onChange={(value) => set({ rule: value })}
            choices={SHARING_RULES.map((value) => ({
              value,
              label: t(`sharing_${value}`),
              hint: t(`sharingHint_${value}`),
            }))}
          />
          <Sharer
            name={nameOf(action.sendingAccountId)}
            weight={weight}
            shown={rule === 'shares'}
            said={share(weight)}
            set={(value) => set({ weight: value })}
          />
          {others.map(({ id, ...other }) => (
            <Sharer
              key={id}
              name={nameOf(id)}
              weight={other.weight}
              shown={rule === 'shares'}
              said={share(other.weight)}
              set={(value) => set({ others: others.map((one) => (one.id === id ? { id, weight: value } : one)) })}
              remove={() => set({ others: others.filter((one) => one.id !== id) })}
            />
          ))}
          <RadioField
            label={t('whenPaused')}
            value={whenPaused}
            onChange={(value) => set({ whenPaused: value })}
            choices={WHEN_PAUSED.map((value) => ({
              value,
              label: t(`whenPaused_${value}`),
              hint: t(`whenPausedHint_${value}`),
            }))}
          />
        </>
      ) : null}
      {free.length > 0 ? (
        <SelectField
          label={t('addSharer')}
          hint={t('addSharerHint')}
          choices={free.map(({ id, name, fromAddress }) => ({
            value: id,
            label: [name, fromAddress].filter(Boolean).join(' · '),
          }))}
          value={null}
          onChange={(id) => id && set({ others: [...others, { id: id as SendingAccountId, weight: 1 }] })}
        />
      ) : null}
    </Stack>
  );
}

interface SharerProps {
  name: string;
  weight: number;
  /** Weights say nothing when accounts go in turn. */
  shown: boolean;
  said: string;
  set: (weight: number) => void;
  remove?: () => void;
}

function Sharer({ name, weight, shown, said, set, remove }: SharerProps) {
  const t = useTexts(senderTexts);
  return (
    <div className="sharer">
      {shown ? (
        <NumberField
          label={t('shareOf', { name })}
          hint={said}
          min={1}
          max={100}
          value={weight}
          onChange={(value) => value && set(value)}
        />
      ) : (
        <Text>{name}</Text>
      )}
      {remove ? (
        <IconButton label={t('removeSharer', { name })} icon={<IconTrash size={16} />} onClick={remove} />
      ) : null}
    </div>
  );
}
