import {
  countSelection,
  createPriceRevision,
  getPriceRevision,
  listPriceRevisions,
  listRevisionLines,
  type PriceRevision,
  type RevisionInput,
  rehearsePriceRevision,
  updatePriceRevision,
} from '../../../../contract/catalogue-revisions.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { usePriceLists } from './product-parts.tsx';
import { type RevisionForm as Fields, RuleFields, SelectionFields, WhereFields } from './revision-fields.tsx';
import { texts } from './texts/texts.ts';

interface RevisionFormProps {
  /** Null for a new one. */
  revision: PriceRevision | null;
  start: RevisionInput;
  onRehearsed: (revision: PriceRevision) => void;
}

const CHANGED = [listPriceRevisions, getPriceRevision, listRevisionLines];

/** How many products it takes, said while choosing. */
function Taken({ form }: { form: Fields }) {
  const t = useTexts(texts);
  const { data } = useEndpoint(countSelection, { selection: form.values.selection }, { keep: true });
  if (!data) return null;
  const some = data.sample.map(({ name }) => name).join(', ');
  return (
    <Text tone={data.count === 0 ? 'warn' : 'quiet'} as="div">
      {t('taken', { count: data.count })}
      {data.count > 0 ? `: ${some}${data.count > data.sample.length ? ' …' : ''}` : ''}
    </Text>
  );
}

/** Choose, say the rule, rehearse: one form, and nothing changes by it. */
export function RevisionForm({ revision, start, onRehearsed }: RevisionFormProps) {
  const t = useTexts(texts);
  const create = useAction(createPriceRevision, { toast: false });
  const update = useAction(updatePriceRevision, { toast: false });
  const rehearse = useAction(rehearsePriceRevision, { toast: false, invalidate: CHANGED });
  const { lists } = usePriceLists();
  const form = useForm({
    schema: createPriceRevision.input,
    start,
    send: async (values) => {
      const { id } = revision ? await update.runAsync({ ...values, id: revision.id }) : await create.runAsync(values);
      onRehearsed(await rehearse.runAsync({ id }));
    },
  }) as Fields;
  const currency = lists.find(({ id }) => id === form.values.listId)?.currency ?? revision?.list.currency ?? 'EUR';
  return (
    <Form form={form}>
      <WhereFields />
      <SelectionFields form={form} />
      <Taken form={form} />
      <RuleFields form={form} currency={currency} />
      <FormFoot action={t('rehearse')} />
    </Form>
  );
}
