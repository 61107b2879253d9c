import { IconGauge, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { listPressureRules, type PressureRule } from '../../../../contract/pressure.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PressureDialog } from './pressure-dialog.tsx';
import { PressureMenu } from './pressure-menu.tsx';
import { texts } from './texts/texts.ts';

/** How much one person hears at most. */
export function PressureScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('settings.edit');
  const rules = useEndpoint(listPressureRules, {}, { keep: true });
  const [edited, setEdited] = useState<PressureRule | 'new' | null>(null);
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('newRule')}
    </Button>
  ) : null;
  const nameOf = ({ maxMessages, days }: PressureRule) => t('sentence', { count: maxMessages, days });
  const columns: Column<PressureRule>[] = [
    { key: 'limit', header: t('limit'), cell: nameOf, always: true },
    {
      key: 'channel',
      header: t('channel'),
      cell: ({ channel }) => (channel ? t(`channel_${channel}`) : t('allChannels')),
      width: 12,
    },
    { key: 'counts', header: t('counts'), cell: (rule) => t(`purpose_${rule.purposeClass}`), width: 12 },
    {
      key: 'state',
      header: t('state'),
      cell: ({ active }) => (active ? <Status tone="good">{t('on')}</Status> : <Status>{t('off')}</Status>),
      width: 7,
    },
    ...(mayEdit
      ? [
          {
            key: 'actions',
            header: common('actions'),
            align: 'end' as const,
            cell: (rule: PressureRule) => <PressureMenu rule={rule} name={nameOf(rule)} onEdit={setEdited} />,
            width: 6,
          },
        ]
      : []),
  ];
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      <PlainTable
        label={t('title')}
        columns={columns}
        rows={rules.data ?? []}
        rowKey={(rule) => rule.id}
        rowName={nameOf}
        loading={rules.loading}
        empty={
          <EmptyState icon={<IconGauge size={32} />} title={t('noRules')} text={t('noRulesText')} action={create} />
        }
      />
      <PressureDialog rule={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}
