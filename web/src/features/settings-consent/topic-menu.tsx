import { IconArchive, IconArchiveOff, IconDots, IconPencil } from '@tabler/icons-react';
import { archiveTopic, listTopics, restoreTopic, type Topic } from '../../../../contract/consent.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { texts } from './texts/texts.ts';

export function TopicMenu({ topic, onEdit }: { topic: Topic; onEdit: (topic: Topic) => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { id, name } = topic;
  const archive = useAction(archiveTopic, { invalidate: [listTopics], done: t('topicArchived', { name }) });
  const restore = useAction(restoreTopic, { invalidate: [listTopics], done: t('topicRestored', { name }) });
  const ask = async () => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archiveTopic') };
    if (await confirm(question)) archive.run({ id });
  };
  const archived = topic.archivedAt !== null;
  const label = t('actionsFor', { name });
  return (
    <Menu
      label={label}
      target={<IconButton label={label} icon={<IconDots size={18} />} busy={archive.busy || restore.busy} />}
      items={[
        { label: common('edit'), icon: <IconPencil size={16} />, onClick: () => onEdit(topic) },
        !archived && { label: common('archive'), icon: <IconArchive size={16} />, onClick: () => void ask() },
        archived && { label: t('restore'), icon: <IconArchiveOff size={16} />, onClick: () => restore.run({ id }) },
      ]}
    />
  );
}
