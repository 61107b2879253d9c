import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { listTopics, type Topic } from '../../../../contract/consent.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Switch } from '../../form/toggle-fields.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';
import { TopicDialog } from './topic-dialog.tsx';
import { TopicMenu } from './topic-menu.tsx';

/** What people can agree to and leave. */
export function TopicsScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('consent.edit');
  const [search, change] = useSearchState<{ archived?: string | undefined }>();
  const archived = search.archived === 'yes';
  const topics = useEndpoint(listTopics, archived ? { archived: 'true' } : {}, { keep: true });
  const [edited, setEdited] = useState<Topic | 'new' | null>(null);
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('newTopic')}
    </Button>
  ) : null;
  const columns: Column<Topic>[] = [
    { key: 'name', header: t('topicName'), cell: (topic) => <TopicName topic={topic} />, always: true },
    {
      key: 'consented',
      header: t('consented'),
      cell: (topic) => <Count value={topic.consented} />,
      align: 'end',
      width: 8,
    },
    { key: 'left', header: t('left'), cell: (topic) => <Count value={topic.left} />, align: 'end', width: 8 },
    {
      key: 'state',
      header: t('state'),
      cell: ({ archivedAt }) =>
        archivedAt ? <Status>{t('archived')}</Status> : <Status tone="good">{t('inUse')}</Status>,
      width: 8,
    },
    ...(mayEdit
      ? [
          {
            key: 'actions',
            header: common('actions'),
            align: 'end' as const,
            cell: (topic: Topic) => <TopicMenu topic={topic} onEdit={setEdited} />,
            width: 6,
          },
        ]
      : []),
  ];
  return (
    <Page title={t('topics')} text={t('topicsText')} actions={create}>
      <Stack>
        <Switch
          label={t('showArchived')}
          value={archived}
          onChange={(on) => change({ archived: on ? 'yes' : undefined })}
        />
        <PlainTable
          label={t('topics')}
          columns={columns}
          rows={topics.data ?? []}
          rowKey={(topic) => topic.id}
          rowName={(topic) => topic.name}
          loading={topics.loading}
          empty={
            <EmptyState
              icon={<IconMessages size={32} />}
              title={t('noTopics')}
              text={t('noTopicsText')}
              action={create}
            />
          }
        />
      </Stack>
      <TopicDialog topic={edited} onClose={() => setEdited(null)} />
    </Page>
  );
}

function TopicName({ topic }: { topic: Topic }) {
  return (
    <>
      <Text as="div" strong oneLine>
        {topic.name}
      </Text>
      {topic.description ? (
        <Text as="div" size="small" tone="quiet" oneLine>
          {topic.description}
        </Text>
      ) : null}
    </>
  );
}
