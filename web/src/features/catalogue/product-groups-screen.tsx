import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  createProductGroup,
  deleteProductGroup,
  listProductGroups,
  listProducts,
  type ProductGroup,
  updateProductGroup,
} from '../../../../contract/catalogue.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Page } from '../../ui/page.tsx';
import { texts } from './texts/texts.ts';

function GroupForm({
  group,
  groups,
  onDone,
}: {
  group: ProductGroup | null;
  groups: readonly ProductGroup[];
  onDone: () => void;
}) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const options = {
    invalidate: [listProductGroups, listProducts],
    toast: false,
    done: common('saved'),
    onSuccess: onDone,
  };
  const create = useAction(createProductGroup, options);
  const update = useAction(updateProductGroup, options);
  const form = useForm({
    schema: createProductGroup.input,
    start: { name: group?.name ?? '', parentId: group?.parentId ?? null },
    send: (values) => (group ? update.runAsync({ ...values, id: group.id }) : create.runAsync(values)),
  });
  const parents = groups
    .filter(({ id }) => id !== group?.id)
    .map(({ id, path }) => ({ value: id as string, label: path }));
  return (
    <Form form={form} guard={false}>
      <TextField name="name" label={t('name')} autoFocus />
      <SelectField name="parentId" label={t('inside')} clearable nothing={t('atTop')} choices={parents} />
      <FormFoot action={common('save')} onCancel={onDone} />
    </Form>
  );
}

/** The tree of product groups. */
export function ProductGroupsScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('catalogue.edit');
  const [subject, setSubject] = useState<ProductGroup | 'new' | null>(null);
  const { data, loading } = useEndpoint(listProductGroups, {});
  const groups = data?.groups ?? [];
  const remove = useAction(deleteProductGroup, { invalidate: [listProductGroups], done: common('deleted') });
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setSubject('new')}>
      {t('newGroup')}
    </Button>
  ) : null;
  const count = (row: ProductGroup) => <Link href={paths.products({ groupId: row.id })}>{String(row.products)}</Link>;
  return (
    <Page title={t('productGroups')} text={t('groupsText')} actions={create}>
      <PlainTable
        label={t('productGroups')}
        rows={groups}
        loading={loading}
        rowKey={(row) => row.id}
        rowName={(row) => row.path}
        onOpen={mayEdit ? setSubject : undefined}
        menu={(row) => [
          { label: t('showProducts'), href: paths.products({ groupId: row.id }) },
          mayEdit && { label: t('revisePrices'), href: paths.newPriceRevision({ groupId: row.id }) },
          mayEdit && { label: common('edit'), onClick: () => setSubject(row) },
          mayEdit && { label: common('delete'), danger: true, apart: true, onClick: () => remove.run({ id: row.id }) },
        ]}
        columns={[
          {
            key: 'name',
            header: t('name'),
            cell: (row) => <span style={{ paddingInlineStart: `${(row.level - 1) * 1.5}rem` }}>{row.name}</span>,
            width: 20,
          },
          { key: 'products', header: t('products'), cell: count, align: 'end', width: 8 },
        ]}
        empty={<EmptyState title={t('noGroups')} text={t('noGroupsText')} action={create} />}
      />
      <Modal
        open={subject !== null}
        onClose={() => setSubject(null)}
        title={t(subject === 'new' ? 'newGroup' : 'group')}
        size="small"
      >
        {subject === null ? null : (
          <GroupForm group={subject === 'new' ? null : subject} groups={groups} onDone={() => setSubject(null)} />
        )}
      </Modal>
    </Page>
  );
}
