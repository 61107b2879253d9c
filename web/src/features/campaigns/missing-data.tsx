import { useState } from 'react';
import { countMissingData, listMissingData } from '../../../../contract/missing-data.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useMergeFields } from '../../content-editor/use-merge-fields.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { missingTexts } from './missing-texts/texts.ts';
import './missing-data.css';

/** What would be a gap in whose message. `since`: when the people were last counted; it is asked anew after that. */
export function MissingData({ since }: { since: number }) {
  const t = useTexts(missingTexts);
  const { action, prepared } = useHere();
  const known = useMergeFields().fields;
  const [opened, open] = useState<string | null>(null);
  const after = since + Date.parse(action.updatedAt) + Date.parse(prepared?.generatedAt ?? action.updatedAt);
  const { data, problem } = useEndpoint(countMissingData, { id: action.id }, { after, keep: true });
  const titleOf = (name: string) => known.find((field) => field.name === name)?.title ?? name;
  const [first] = data?.fields ?? [];
  return (
    <Section title={t('title')} text={t('text')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {!data && !problem ? <Skeleton lines={2} /> : null}
      {data && !first ? <Text tone="quiet">{t('nobody')}</Text> : null}
      {data && first ? (
        <Alert tone="warn">
          <ul className="missing-list">
            {data.fields.map(({ field, missing }) => (
              <li key={field}>
                <span>{t('lacks', { field: titleOf(field), missing, planned: data.planned })}</span>
                <Button size="small" look="quiet" onClick={() => open(field)}>
                  {t('who')}
                </Button>
              </li>
            ))}
          </ul>
          <Text size="small">{t('remedy', { example: `{{ ${first.field} | default: "${t('fallback')}" }}` })}</Text>
        </Alert>
      ) : null}
      <Drawer
        open={opened !== null}
        onClose={() => open(null)}
        title={opened === null ? '' : t('whoLacks', { field: titleOf(opened) })}
      >
        {opened === null ? null : <Lacking field={opened} />}
      </Drawer>
    </Section>
  );
}

const PAGES = { contact: paths.contact, company: paths.company, lead: paths.lead };

function Lacking({ field }: { field: string }) {
  const t = useTexts(missingTexts);
  const { action } = useHere();
  return (
    <DataTable
      label={t('title')}
      source={listMissingData}
      input={{ id: action.id, field }}
      searchable={false}
      columns={[{ key: 'name', header: t('name'), cell: ({ name }) => name || t('unnamed'), always: true }]}
      rowKey={({ id }) => id}
      rowName={({ name }) => name || t('unnamed')}
      rowHref={({ kind, id }) => PAGES[kind](id)}
      empty={<Text tone="quiet">{t('nobody')}</Text>}
    />
  );
}
