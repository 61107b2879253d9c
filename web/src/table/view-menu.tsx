import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { deleteView, listSavedViews, type SavedView, updateView } from '../../../contract/saved-views.ts';
import { useAction } from '../api/use-action.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { confirm } from '../ui/confirm.tsx';
import { SaveView } from './save-view.tsx';
import { type SavedViews, useSavedViews } from './use-saved-views.ts';
import { viewTexts } from './view-texts/texts.ts';

/** Saved views of a list: choose one, save what is shown, say with which the list opens. */
export function ViewMenu({ list }: { list: string }) {
  const t = useTexts(viewTexts);
  const [saving, setSaving] = useState(false);
  const saved = useSavedViews(list);
  const { views, chosen, changed } = saved;
  const name = chosen ? t('viewOf', { name: chosen.name }) : t('views');
  const Icon = chosen ? IconBookmarkFilled : IconBookmark;
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={272}>
        <Menu.Target>
          <Button size="xs" variant="default" className="button" leftSection={<Icon size={16} stroke={1.75} />}>
            {changed ? `${name} (${t('changedMark')})` : name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('views')}>
          <ViewChoices saved={saved} views={views.filter(({ mine }) => mine)} label={t('mine')} />
          <ViewChoices saved={saved} views={views.filter(({ mine }) => !mine)} label={t('shared')} />
          {chosen ? <Menu.Item onClick={() => saved.choose(null)}>{t('everything')}</Menu.Item> : null}
          {views.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item onClick={() => setSaving(true)}>{t('saveAs')}</Menu.Item>
          {chosen ? <ChosenView saved={saved} view={chosen} /> : null}
        </Menu.Dropdown>
      </Menu>
      {saving ? (
        <SaveView list={list} search={saved.shown} onSaved={saved.choose} onClose={() => setSaving(false)} />
      ) : null}
    </>
  );
}

function ViewChoices({ saved, views, label }: { saved: SavedViews; views: readonly SavedView[]; label: string }) {
  const t = useTexts(viewTexts);
  if (views.length === 0) return null;
  return (
    <Menu.RadioGroup
      value={saved.chosen?.id ?? ''}
      onChange={(id) => saved.choose(views.find((view) => view.id === id) ?? null)}
    >
      <Menu.Label>{label}</Menu.Label>
      {views.map(({ id, name, mine, ownerName }) => (
        <Menu.RadioItem key={id} value={id} closeMenuOnClick>
          {mine ? name : t('sharedBy', { name, owner: ownerName })}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** What can be done with the view that is chosen. */
function ChosenView({ saved, view }: { saved: SavedViews; view: SavedView }) {
  const t = useTexts(viewTexts);
  const common = useTexts(shared);
  const { id, name, mine, opens } = view;
  const stale = { invalidate: [listSavedViews] };
  const update = useAction(updateView, stale);
  const keep = useAction(updateView, { ...stale, done: t('changesSaved') });
  const remove = useAction(deleteView, { ...stale, onSuccess: () => saved.choose(null) });
  const mayDelete = useMay('settings.edit') || mine;
  const askDelete = async () => {
    const question = {
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      action: common('delete'),
      danger: true,
    };
    if (await confirm(question)) remove.run({ id });
  };
  return (
    <>
      {mine && saved.changed ? (
        <Menu.Item onClick={() => keep.run({ id, search: saved.shown })}>{t('saveChanges', { name })}</Menu.Item>
      ) : null}
      <Menu.Item onClick={() => saved.openWith(opens ? null : id)}>{t(opens ? 'openNot' : 'open', { name })}</Menu.Item>
      {mine ? (
        <Menu.Item onClick={() => update.run({ id, shared: !view.shared })}>
          {t(view.shared ? 'shareNot' : 'share', { name })}
        </Menu.Item>
      ) : null}
      {mayDelete ? (
        <Menu.Item className="menu-danger" onClick={() => void askDelete()}>
          {t('delete', { name })}
        </Menu.Item>
      ) : null}
    </>
  );
}
