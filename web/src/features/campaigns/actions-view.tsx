import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { orderActions, removeAction } from '../../../../contract/actions.ts';
import { type Action, campaignHistory, getCampaign, listCampaigns } from '../../../../contract/campaigns.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Stack } from '../../ui/layout.tsx';
import type { MenuItems } from '../../ui/menu.tsx';
import { Count } from '../../ui/values.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { AddAction } from './add-action.tsx';
import { useHere } from './campaign-context.ts';
import { RenameAction } from './rename-action.tsx';
import { texts } from './texts/texts.ts';
import { useRecurrenceSentence } from './use-recurrence-sentence.ts';
import { WholeCampaign } from './whole-campaign.tsx';
import { ActionStatus, useActionName, useAfterSaid } from './words.tsx';

/** A01, A18: the actions of a campaign in their order, and what all of them brought together. */
export function ActionsView() {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign } = useHere();
  const { actions } = campaign;
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Action | null>(null);
  const menu = useActionMenu(setRenaming);
  const add = (
    <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('addAction')}
    </Button>
  );
  const open = campaign.may.edit && campaign.state !== 'cancelled' && !campaign.archivedAt;
  return (
    <Stack>
      <Section title={t('actions')} text={t('actionsText')} actions={open ? add : null}>
        <PlainTable
          label={t('actions')}
          rows={actions}
          rowKey={(action) => action.id}
          rowName={nameOf}
          rowHref={(action) =>
            campaignStop(campaign.id, action.totals.distributions > 0 ? 'results' : 'who', { action: action.id })
          }
          columns={useColumns()}
          {...(campaign.may.edit ? { menu } : {})}
        />
      </Section>
      {actions.length > 1 ? <WholeCampaign /> : null}
      <AddAction open={adding} onClose={() => setAdding(false)} />
      {renaming ? <RenameAction key={renaming.id} action={renaming} onClose={() => setRenaming(null)} /> : null}
    </Stack>
  );
}

const size = { size: 16, stroke: 1.75 };

function useActionMenu(rename: (action: Action) => void): (action: Action) => MenuItems {
  const t = useTexts(actionTexts);
  const nameOf = useActionName();
  const { campaign } = useHere();
  const stale = { invalidate: [getCampaign, listCampaigns, campaignHistory] };
  const order = useAction(orderActions, stale);
  const remove = useAction(removeAction, stale);
  const ids = campaign.actions.map(({ id }) => id);
  const move = ({ id }: Action, by: -1 | 1) => {
    const to = ids.indexOf(id) + by;
    order.run({ id: campaign.id, actionIds: ids.filter((one) => one !== id).toSpliced(to, 0, id) });
  };
  const ask = async (action: Action) => {
    const question = {
      title: t('removeActionTitle', { name: nameOf(action) }),
      text: t('removeActionText'),
      action: t('removeAction'),
      danger: true,
    };
    if (await confirm(question)) remove.run({ id: action.id });
  };
  return (action) => [
    { label: t('rename'), icon: <IconPencil {...size} />, onClick: () => rename(action) },
    {
      label: t('moveUp'),
      icon: <IconArrowUp {...size} />,
      onClick: () => move(action, -1),
      disabled: ids[0] === action.id,
    },
    {
      label: t('moveDown'),
      icon: <IconArrowDown {...size} />,
      onClick: () => move(action, 1),
      disabled: ids.at(-1) === action.id,
    },
    {
      label: t('removeAction'),
      icon: <IconTrash {...size} />,
      onClick: () => void ask(action),
      disabled: ids.length === 1 || action.totals.distributions > 0,
      danger: true,
      apart: true,
    },
  ];
}

const number = { align: 'end', width: 4.5 } as const;

function useColumns(): Column<Action>[] {
  const t = useTexts(actionTexts);
  const c = useTexts(texts);
  const format = useFormat();
  const nameOf = useActionName();
  const after = useAfterSaid();
  const recurrence = useRecurrenceSentence();
  return [
    { key: 'position', header: t('place'), cell: (action) => action.position, align: 'end', width: 3 },
    { key: 'name', header: c('name'), cell: nameOf, always: true, width: 10 },
    { key: 'channel', header: c('dispatchType'), cell: (action) => c(`channel_${action.channel}`), width: 6.5 },
    { key: 'state', header: c('state'), cell: (action) => <ActionStatus state={action.state} />, width: 9.5 },
    {
      key: 'when',
      header: t('when'),
      cell: ({ schedule }) =>
        schedule.kind === 'at'
          ? format.dateTime(schedule.at)
          : schedule.kind === 'recurring'
            ? recurrence(schedule.rule)
            : after(schedule) || t('byButton'),
      width: 11,
    },
    { key: 'planned', header: c('toSend'), cell: ({ totals }) => <Count value={totals.planned} />, ...number },
    { key: 'sent', header: c('sent'), cell: ({ totals }) => <Count value={totals.sent} />, ...number },
    { key: 'opened', header: c('opened'), cell: ({ totals }) => <Count value={totals.opened} />, ...number },
  ];
}
