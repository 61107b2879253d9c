import { useState } from 'react';
import { listAssets } from '../../../../contract/assets.ts';
import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import type { CrmEntity } from '../../../../contract/crm-fields.ts';
import { listLeads } from '../../../../contract/leads.ts';
import { deleteParties, listTags, tagParties } from '../../../../contract/party-selection.ts';
import { useAction } from '../../api/use-action.ts';
import { PartyTagsField } from '../../crm-fields/party-tags-field.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { QuickMenu } from '../../quick/quick-menu.tsx';
import type { Picked } from '../../table/column.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Foot, Modal } from '../../ui/modal.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

const LISTS = [listContacts, listCompanies, listLeads, listAssets, listTags];
/** As many as one request may name. */
const AT_ONCE = 500;

const inParts = (keys: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, part) =>
    keys.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );

/** What can be done with the selected contacts or companies. */
export function PickedActions({ entity, picked }: { entity: CrmEntity; picked: Picked }) {
  const t = useTexts(texts);
  const [tagging, setTagging] = useState<'add' | 'remove' | null>(null);
  const remove = useAction(deleteParties, { invalidate: LISTS });
  const count = picked.keys.length;
  const removePicked = async () => {
    const title = t('deletePicked', { count });
    if (!(await confirm({ title, text: t('deletePickedText'), action: t('deleteNow', { count }), danger: true })))
      return;
    let deleted = 0;
    for (const ids of inParts(picked.keys)) deleted += (await remove.runAsync({ entity, ids })).deleted;
    notify.success(t('deletedCount', { count: deleted }));
    picked.clear();
  };
  return (
    <>
      {entity === 'asset' ? null : <QuickMenu size="small" from={{ [entity]: picked.keys }} />}
      <Button size="small" onClick={() => setTagging('add')}>
        {t('addTags')}
      </Button>
      <Button size="small" onClick={() => setTagging('remove')}>
        {t('removeTags')}
      </Button>
      <Button size="small" busy={remove.busy} onClick={() => void removePicked()}>
        {t('deleteNow', { count })}
      </Button>
      <TagDialog entity={entity} picked={picked} what={tagging} onClose={() => setTagging(null)} />
    </>
  );
}

interface TagDialogProps {
  entity: CrmEntity;
  picked: Picked;
  what: 'add' | 'remove' | null;
  onClose: () => void;
}

function TagDialog({ entity, picked, what, onClose }: TagDialogProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const [tags, setTags] = useState<string[]>([]);
  const change = useAction(tagParties, { invalidate: LISTS });
  const title = t(what === 'remove' ? 'removeTags' : 'addTags');
  const save = async () => {
    let changed = 0;
    for (const ids of inParts(picked.keys)) {
      const answer = await change.runAsync({ entity, ids, ...(what === 'remove' ? { remove: tags } : { add: tags }) });
      changed += answer.changed;
    }
    notify.success(t('tagged', { count: changed }));
    setTags([]);
    onClose();
  };
  return (
    <Modal open={what !== null} onClose={onClose} title={title} size="small">
      <PartyTagsField entity={entity} label={t('tags')} value={tags} onChange={setTags} />
      <Foot>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button look="primary" disabled={tags.length === 0} busy={change.busy} onClick={() => void save()}>
          {title}
        </Button>
      </Foot>
    </Modal>
  );
}
