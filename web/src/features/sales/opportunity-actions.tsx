import { IconDots, IconEdit, IconPackage, IconRotate, IconThumbDown, IconTrash, IconTrophy } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignMoney } from '../../../../contract/money.ts';
import {
  deleteOpportunity,
  getOpportunity,
  listOpportunities,
  type Opportunity,
  reopenOpportunity,
} from '../../../../contract/sales.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useGo } from '../../url.ts';
import { CloseDialog } from './close-dialog.tsx';
import { OpenedProducts } from './opened-products.tsx';
import { texts } from './texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

/** Won, lost, and in the three-dots menu the rest. */
export function OpportunityActions({ opportunity, edit }: { opportunity: Opportunity; edit: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('sales.edit');
  const [closing, setClosing] = useState<'won' | 'lost' | null>(null);
  const [products, setProducts] = useState(false);
  const { reopen, remove } = useDeeds(opportunity);
  const open = opportunity.state === 'open';
  return (
    <>
      {mayEdit && open ? (
        <>
          <Button icon={<IconThumbDown {...size} />} onClick={() => setClosing('lost')}>
            {t('markLost')}
          </Button>
          <Button look="primary" icon={<IconTrophy {...size} />} onClick={() => setClosing('won')}>
            {t('markWon')}
          </Button>
        </>
      ) : null}
      {mayEdit && !open ? (
        <Button icon={<IconRotate {...size} />} busy={reopen.busy} onClick={() => reopen.run({ id: opportunity.id })}>
          {t('reopen')}
        </Button>
      ) : null}
      <Menu
        target={<IconButton look="default" label={common('more')} icon={<IconDots size={17} />} />}
        items={[
          { label: t('openProducts'), icon: <IconPackage {...size} />, onClick: () => setProducts(true) },
          mayEdit && open && { label: common('edit'), icon: <IconEdit {...size} />, onClick: edit },
          mayEdit &&
            opportunity.campaign === null && {
              label: common('delete'),
              icon: <IconTrash {...size} />,
              onClick: () => void remove(),
              danger: true,
              apart: true,
            },
        ]}
      />
      {closing ? <CloseDialog opportunity={opportunity} state={closing} onClose={() => setClosing(null)} /> : null}
      <OpenedProducts
        choice={products ? { ids: [opportunity.id], filters: {} } : null}
        onClose={() => setProducts(false)}
      />
    </>
  );
}

function useDeeds({ id, title }: Opportunity) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const reopen = useAction(reopenOpportunity, { invalidate: [getOpportunity, listOpportunities, campaignMoney] });
  const drop = useAction(deleteOpportunity, {
    invalidate: [listOpportunities],
    done: common('deleted'),
    onSuccess: () => go(paths.opportunities()),
  });
  const remove = async () => {
    const question = { title: t('deleteTitle', { title }), text: t('deleteText'), action: common('delete') };
    if (await confirm({ ...question, danger: true })) drop.run({ id });
  };
  return { reopen, remove };
}
