import {
  IconDots,
  IconEraser,
  IconFileSpreadsheet,
  IconRefreshAlert,
  IconSend,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import { listHandPicks } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { cleansingTexts } from './cleansing-texts/texts.ts';
import { FetchMissed } from './fetch-missed.tsx';
import { missedTexts } from './missed-texts/texts.ts';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';
import { useDistribution } from './use-distribution.ts';
import { useExport } from './use-export.ts';
import { useFetchFailed, useGenerate } from './use-list-actions.ts';

const size = { size: 16, stroke: 1.75 };

/** The menu at the top right of Recipients: generate (Q23), the failed of last time (Q29), those added by hand alone (Q24), export. */
export function RecipientsMenu() {
  const t = useTexts(runTexts);
  const m = useTexts(missedTexts);
  const cleansing = useTexts(cleansingTexts);
  const go = useGo();
  const addresses = useAddresses();
  const [missed, setMissed] = useState(false);
  const { campaign, action, prepared, live, last } = useHere();
  const { generate } = useGenerate();
  const { fetch } = useFetchFailed();
  const { send, hindered } = useDistribution();
  const picks = useEndpoint(listHandPicks, { id: action.id });
  const picked = picks.data?.some(({ pick }) => pick === 'added') ?? false;
  const may = campaign.may.run && !live;
  const files = prepared ?? last;
  const exports = useExport(files && `/api/runs/${files.id}`);
  return (
    <>
      {missed ? <FetchMissed onClose={() => setMissed(false)} /> : null}
      <Menu
        label={t('recipientsMenu')}
        target={<IconButton label={t('recipientsMenu')} look="default" icon={<IconDots size={18} stroke={1.75} />} />}
        items={[
          may && { label: t('generateSelection'), icon: <IconUsersGroup {...size} />, onClick: generate },
          may &&
            last !== null && {
              label: t('fetchFailedLast'),
              icon: <IconRefreshAlert {...size} />,
              onClick: () => fetch(['failed']),
            },
          may &&
            last !== null && {
              label: m('title'),
              icon: <IconRefreshAlert {...size} />,
              onClick: () => setMissed(true),
            },
          may &&
            picked && {
              label: t('sendHandOnly'),
              icon: <IconSend {...size} />,
              onClick: () => void send('hand'),
              disabled: hindered,
              apart: true,
            },
          files !== null && {
            label: t('exportXlsx'),
            icon: <IconFileSpreadsheet {...size} />,
            onClick: () => exports('xlsx'),
            apart: true,
          },
          files !== null && {
            label: t('exportCsv'),
            icon: <IconFileSpreadsheet {...size} />,
            onClick: () => exports('csv'),
          },
          files !== null && {
            label: cleansing('title'),
            icon: <IconEraser {...size} />,
            onClick: () => go(addresses.cleansing()),
          },
        ]}
      />
    </>
  );
}
