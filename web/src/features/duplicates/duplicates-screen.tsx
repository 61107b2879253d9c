import { useState } from 'react';
import { dismissDuplicates, listDuplicates, type MergeRecord, SAME_OF } from '../../../../contract/merges.ts';
import { PARTY_KINDS } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { MergeDialog, type MergePair } from '../../merging/merge-dialog.tsx';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';

type Kind = (typeof PARTY_KINDS)[number];
type Same = (typeof SAME_OF)[Kind][number];
type Search = { kind?: string | undefined; same?: string | undefined };

const PAGES = { contact: paths.contact, company: paths.company, lead: paths.lead };

function RecordLine({ kind, record }: { kind: Kind; record: MergeRecord }) {
  const t = useTexts(texts);
  const words = [record.company, record.email, record.phone, record.city].filter(Boolean).join(' · ');
  return (
    <Row spread="between">
      <div>
        <Link href={PAGES[kind](record.id)}>{record.name || '–'}</Link>
        <Text tone="quiet" size="small">
          {words}
        </Text>
      </div>
      <Text tone="quiet" size="small" as="span">
        {t('created')} <When at={String(record.createdAt)} show="date" />
      </Text>
    </Row>
  );
}

/** What is compared by, out of the address. */
function useChoice() {
  const [search, change] = useSearchState<Search>();
  const kind = PARTY_KINDS.find((one) => one === search.kind) ?? 'contact';
  const offered: readonly Same[] = SAME_OF[kind];
  const same = offered.find((one) => one === search.same) ?? offered[0]!;
  return { kind, same, offered, change };
}

function Choice({ kind, same, offered, change }: ReturnType<typeof useChoice>) {
  const t = useTexts(texts);
  return (
    <Row>
      <SelectField
        label={t('kind')}
        hideLabel
        choices={PARTY_KINDS.map((value) => ({ value, label: t(value) }))}
        value={kind}
        onChange={(value) => change({ kind: value ?? undefined, same: undefined })}
      />
      <SelectField
        label={t('same')}
        hideLabel
        choices={offered.map((value) => ({ value, label: t(`same_${value}`) }))}
        value={same}
        onChange={(value) => change({ same: value ?? undefined })}
      />
    </Row>
  );
}

/** O40: likely duplicates by what they have in common; each group is compared and merged, or called different. */
export function DuplicatesScreen() {
  const t = useTexts(texts);
  const mayEdit = useMay('crm.edit');
  const choice = useChoice();
  const { kind, same } = choice;
  const [limit, setLimit] = useState(20);
  const [pair, setPair] = useState<MergePair | null>(null);
  const { data, problem } = useEndpoint(listDuplicates, { kind, same, limit }, { keep: true });
  const dismiss = useAction(dismissDuplicates, { invalidate: [listDuplicates] });
  const different = async (key: string) => {
    await dismiss.runAsync({ kind, same, key });
    notify.undoable(t('dismissed'), () => dismiss.run({ kind, same, key, dismissed: false }));
  };
  return (
    <Page title={t('title')} text={t('text')}>
      <Stack>
        <Choice {...choice} />
        {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
        {!data && !problem ? <Skeleton lines={6} /> : null}
        {data?.groups.length === 0 ? <EmptyState title={t('none')} text={t('noneText')} /> : null}
        {data?.groups.map(({ key, records }) => (
          <Card key={key}>
            <Stack>
              {records.map((record) => (
                <RecordLine key={record.id} kind={kind} record={record} />
              ))}
              {mayEdit ? (
                <Row>
                  <Button
                    size="small"
                    look="primary"
                    onClick={() => setPair({ kind, keptId: records[0]!.id, goneId: records[1]!.id })}
                  >
                    {t('compare')}
                  </Button>
                  <Button size="small" onClick={() => void different(key)}>
                    {t('different')}
                  </Button>
                </Row>
              ) : null}
            </Stack>
          </Card>
        ))}
        {data?.next && limit < 100 ? <Button onClick={() => setLimit(100)}>{t('more')}</Button> : null}
      </Stack>
      <MergeDialog pair={pair} onClose={() => setPair(null)} onMerged={() => undefined} />
    </Page>
  );
}
