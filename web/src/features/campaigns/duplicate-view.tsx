import { useState } from 'react';
import {
  type Campaign,
  type DuplicateChange,
  duplicateCampaign,
  listCampaigns,
  previewDuplicate,
} from '../../../../contract/campaigns.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { duplicateTexts } from './duplicate-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { useActionName } from './words.tsx';

/** O48: what a copy will have otherwise, for the same or for other recipients, before it is made. */
export function DuplicateView() {
  const t = useTexts(duplicateTexts);
  const words = useTexts(texts);
  const go = useGo();
  const { campaign } = useHere();
  const [made, setMade] = useState(false);
  const duplicate = useAction(duplicateCampaign, {
    invalidate: [listCampaigns],
    toast: false,
    done: words('duplicated'),
    onSuccess: ({ id }) => {
      setMade(true);
      setTimeout(() => go(campaignStop(id, 'why')));
    },
  });
  const form = useForm({
    schema: duplicateCampaign.input.omit({ id: true }),
    start: { name: campaign.name, recipients: 'same' as 'same' | 'other' },
    send: (values) => duplicate.runAsync({ ...values, id: campaign.id }),
  });
  return (
    <Section title={t('title', { name: campaign.name })} text={t('text')}>
      <Stack>
        <Card>
          <Form form={form} guard={!made}>
            <TextField name="name" label={t('name')} />
            <RadioField
              name="recipients"
              label={t('recipients')}
              choices={[
                { value: 'same', label: t('whom_same'), hint: t('whom_same_hint') },
                { value: 'other', label: t('whom_else'), hint: t('whom_else_hint') },
              ]}
            />
            <FormFoot action={t('make')} onCancel={() => go(paths.campaign(campaign.id))} />
          </Form>
        </Card>
        <Differences id={campaign.id} recipients={form.values.recipients} />
      </Stack>
    </Section>
  );
}

function Differences({ id, recipients }: { id: Campaign['id']; recipients: 'same' | 'other' }) {
  const t = useTexts(duplicateTexts);
  const said = useSaid();
  const { data } = useEndpoint(previewDuplicate, { id, recipients }, { keep: true });
  const columns: Column<DuplicateChange>[] = [
    { key: 'what', header: t('what'), cell: (change) => said(change).what, always: true, width: 14 },
    { key: 'before', header: t('before'), cell: (change) => said(change).before, width: 14 },
    { key: 'after', header: t('after'), cell: (change) => said(change).after, width: 14 },
  ];
  return (
    <Section title={t('differs')}>
      {data ? (
        <Alert tone={data.left > 0 ? 'warn' : 'neutral'}>
          {data.left > 0 ? t('left', { count: data.left }) : t('nobodyLeft')}
        </Alert>
      ) : null}
      <PlainTable
        label={t('differs')}
        columns={columns}
        rows={data?.changes ?? []}
        loading={data === undefined}
        rowKey={({ what, action }) => `${what} ${action ?? ''}`}
        rowName={(change) => said(change).what}
      />
    </Section>
  );
}

/** A difference in words. */
function useSaid() {
  const t = useTexts(duplicateTexts);
  const words = useTexts(texts);
  const nameOf = useActionName();
  const { actions } = useHere().campaign;
  const format = useFormat();
  const wordOf = (what: DuplicateChange['what'], value: string): string => {
    switch (what) {
      case 'state':
        return words(`state_${value as Campaign['state']}`);
      case 'startsOn':
      case 'endsOn':
        return format.date(value);
      case 'schedule':
        return format.dateTime(value);
      case 'recipients':
        return t('asChosen');
      case 'code':
      case 'owner':
      case 'results':
        return value;
      default:
        return format.number(Number(value));
    }
  };
  const nothing = (what: DuplicateChange['what']) =>
    what === 'schedule' ? t('atSending') : what === 'recipients' ? t('empty') : t('none');
  const first = actions.find(({ name }) => name === '');
  const unnamed = first ? nameOf(first) : '–';
  return ({ what, action, before, after }: DuplicateChange) => ({
    what: action === null ? t(`what_${what}`) : t('ofAction', { what: t(`what_${what}`), action: action || unnamed }),
    before: wordOf(what, before),
    after: after === null ? nothing(what) : wordOf(what, after),
  });
}
