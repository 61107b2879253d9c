import { IconArchive, IconArchiveOff, IconBan, IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import {
  archiveCampaign,
  campaignHistory,
  cancelCampaign,
  deleteCampaign,
  getCampaign,
  listCampaigns,
  restoreCampaign,
} from '../../../../contract/campaigns.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';
import { isGoing } from './words.tsx';

const size = { size: 16, stroke: 1.75 };
const stale = [getCampaign, listCampaigns, campaignHistory];

/** What else can be done with a campaign. */
export function CampaignMenu() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const { campaign } = useHere();
  const mayCreate = useMay('campaign.create');
  const { id, name, state, may } = campaign;
  const archive = useAction(archiveCampaign, { invalidate: stale, done: t('archivedDone') });
  const restore = useAction(restoreCampaign, { invalidate: stale, done: t('restored') });
  const cancel = useAction(cancelCampaign, { invalidate: stale });
  const remove = useAction(deleteCampaign, {
    invalidate: [listCampaigns],
    done: t('deletedDone'),
    onSuccess: () => go(paths.campaigns()),
  });
  const askCancel = async () => {
    const question = {
      title: t('cancelTitle', { name }),
      text: t('cancelText'),
      action: t('cancelCampaign'),
      cancel: t('keep'),
    };
    if (await confirm(question)) cancel.run({ id });
  };
  const askDelete = async () => {
    const question = {
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      action: common('delete'),
      danger: true,
    };
    if (await confirm(question)) remove.run({ id });
  };
  const underWay = state === 'running' || state === 'paused';
  const going = campaign.actions.some((action) => isGoing(action.state) || action.state === 'scheduled');
  const cancellable = may.edit && !going && state !== 'cancelled' && state !== 'completed';
  return (
    <Menu
      label={t('moreActions')}
      target={<IconButton label={t('moreActions')} look="default" icon={<IconDots size={18} stroke={1.75} />} />}
      items={[
        mayCreate && { label: common('duplicate'), icon: <IconCopy {...size} />, href: paths.duplicateCampaign(id) },
        cancellable && { label: t('cancelCampaign'), icon: <IconBan {...size} />, onClick: () => void askCancel() },
        may.edit &&
          (campaign.archivedAt
            ? { label: t('restore'), icon: <IconArchiveOff {...size} />, onClick: () => restore.run({ id }) }
            : {
                label: common('archive'),
                icon: <IconArchive {...size} />,
                onClick: () => archive.run({ id }),
                disabled: underWay,
              }),
        may.delete && {
          label: common('delete'),
          icon: <IconTrash {...size} />,
          onClick: () => void askDelete(),
          danger: true,
          apart: true,
        },
      ]}
    />
  );
}
