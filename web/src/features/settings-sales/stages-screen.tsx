import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { listOpportunities, listSalesStages, type SalesStage, saveSalesStages } from '../../../../contract/sales.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';
import './stages.css';

/** The pipeline that deals go through. */
export function StagesScreen() {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(listSalesStages, {});
  return (
    <Page title={t('title')} text={t('text')} width="reading">
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {data ? <StagesForm key={data.stages.map(({ id }) => id).join()} stages={data.stages} /> : <Skeleton lines={6} />}
    </Page>
  );
}

interface Draft {
  id: string | null;
  name: string;
  chance: number | null;
}

const moved = <T,>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
};

function StagesForm({ stages }: { stages: readonly SalesStage[] }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const save = useAction(saveSalesStages, {
    invalidate: [listSalesStages, listOpportunities],
    toast: false,
    done: common('saved'),
  });
  const form = useForm({
    schema: saveSalesStages.input,
    start: { stages: stages.map(({ id, name, chance }): Draft => ({ id, name, chance })) },
    send: save.runAsync,
  });
  const drafts = form.values.stages;
  const put = (next: Draft[]) => form.set('stages', next);
  const dealsIn = (id: string | null) => stages.find((stage) => stage.id === id)?.opportunities ?? 0;
  return (
    <Form form={form}>
      <ol className="stages">
        {drafts.map(({ id, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields are named by their place
          <li key={at} className="stage">
            <TextField name={`stages.${at}.name`} label={t('stage', { place: at + 1 })} />
            <NumberField name={`stages.${at}.chance`} label={t('chance')} unit="%" min={0} max={100} />
            <Row oneLine>
              <IconButton
                label={t('up', { name })}
                icon={<IconArrowUp size={16} />}
                disabled={at === 0}
                onClick={() => put(moved(drafts, at, at - 1))}
              />
              <IconButton
                label={t('down', { name })}
                icon={<IconArrowDown size={16} />}
                disabled={at === drafts.length - 1}
                onClick={() => put(moved(drafts, at, at + 1))}
              />
              <IconButton
                label={t('remove', { name })}
                icon={<IconTrash size={16} />}
                disabled={drafts.length === 1}
                onClick={() => put(drafts.filter((_, other) => other !== at))}
              />
            </Row>
            <Text tone="quiet">{t('dealsSaid', { count: dealsIn(id) })}</Text>
          </li>
        ))}
      </ol>
      <Row>
        <Button icon={<IconPlus size={16} />} onClick={() => put([...drafts, { id: null, name: '', chance: 50 }])}>
          {t('add')}
        </Button>
      </Row>
      <FormFoot action={common('save')} />
    </Form>
  );
}
