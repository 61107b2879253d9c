import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  createPriceRevision,
  deletePriceRevision,
  listPriceRevisions,
  type PriceRevision,
  type RevisionInput,
} from '../../../../contract/catalogue-revisions.ts';
import { errorMessage } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam, useSearchState } from '../../url.ts';
import { usePriceLists } from './product-parts.tsx';
import { RevisionForm } from './revision-form.tsx';
import { RevisionDeeds, RevisionResult } from './revision-result.tsx';
import { STATE_TONES } from './revision-state.ts';
import { RevisionProgress, useRevision } from './revision-work.tsx';
import { useRuleWords } from './rule-words.ts';
import { texts } from './texts/texts.ts';
import { FIRST_RULE } from './use-begin-revision.ts';

const useCrumbs = () => [{ label: useTexts(texts)('priceRevisions'), href: paths.priceRevisions() }];

type Asked = Record<'groupId' | 'kind' | 'tag' | 'listId' | 'words', string | undefined>;

/** A new revision, begun from a list, a group or the filters of the products. */
export function NewPriceRevisionScreen() {
  const t = useTexts(texts);
  const format = useFormat();
  const go = useGo();
  const [asked] = useSearchState<Asked>();
  const { lists, loading } = usePriceLists();
  const selection = {
    ...{ productIds: [], kind: asked.kind ?? null, search: asked.words === undefined ? '' : String(asked.words) },
    groupIds: asked.groupId ? [asked.groupId] : [],
    tags: asked.tag === undefined ? [] : [String(asked.tag)],
  };
  const start = {
    ...{
      name: t('pricesOf', { day: format.date(new Date()) }),
      listId: asked.listId ?? lists[0]?.id ?? '',
      effectiveOn: '',
    },
    ...{ selection, rule: FIRST_RULE },
  } as unknown as RevisionInput;
  const none = (
    <EmptyState
      title={t('noLists')}
      text={t('noListsText')}
      action={<Button href={paths.priceLists()}>{t('priceLists')}</Button>}
    />
  );
  return (
    <Page title={t('newRevision')} text={t('newRevisionText')} crumbs={useCrumbs()} width="reading">
      {loading ? (
        <Skeleton lines={8} />
      ) : lists.length === 0 ? (
        none
      ) : (
        <RevisionForm revision={null} start={start} onRehearsed={({ id }) => go(paths.priceRevision(id))} />
      )}
    </Page>
  );
}

const startOf = (revision: PriceRevision): RevisionInput => ({
  ...createPriceRevision.input.parse({ ...revision, listId: revision.list.id }),
  effectiveOn: revision.effectiveOn ?? ('' as never),
});

function History({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const format = useFormat();
  const words = useRuleWords(revision.list.currency);
  const said = [
    words(revision.rule),
    revision.appliedAt && revision.validFrom
      ? t('appliedBy', {
          name: revision.appliedBy ?? '–',
          at: format.dateTime(revision.appliedAt),
          day: format.date(revision.validFrom),
        })
      : null,
    revision.reversedAt
      ? t('reversedBy', {
          name: revision.reversedBy ?? '–',
          at: format.dateTime(revision.reversedAt),
          count: revision.reversedLines ?? 0,
        })
      : null,
  ];
  return <>{[revision.list.name, ...said].filter(Boolean).join(' · ')}</>;
}

function Remove({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const go = useGo();
  const remove = useAction(deletePriceRevision, {
    invalidate: [listPriceRevisions],
    done: common('deleted'),
    onSuccess: () => go(paths.priceRevisions()),
  });
  const ask = async () => {
    const title = t('deleteTitle', { name: revision.name });
    if (await confirm({ title, text: t('deleteRevisionText'), action: common('delete'), danger: true }))
      remove.run({ id: revision.id });
  };
  return (
    <Button icon={<IconTrash size={16} />} busy={remove.busy} onClick={() => void ask()}>
      {common('delete')}
    </Button>
  );
}

/** Choose, rule, rehearse, apply, reverse: one revision from begin to end. */
export function PriceRevisionScreen() {
  const t = useTexts(texts);
  const id = useParam('id');
  const crumbs = useCrumbs();
  const mayEdit = useMay('catalogue.edit');
  const [editing, setEditing] = useState(false);
  const { data: revision, problem } = useRevision(id);
  if (!revision)
    return (
      <Page title={t('priceRevisions')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const { work, failure } = revision;
  const open = mayEdit && work === null && (revision.state === 'draft' || revision.state === 'rehearsed');
  const formShown = open && (editing || revision.state === 'draft');
  const actions = (
    <>
      {open ? <Remove revision={revision} /> : null}
      {open && !formShown ? <Button onClick={() => setEditing(true)}>{t('changeRule')}</Button> : null}
      {formShown || work ? null : <RevisionDeeds revision={revision} />}
    </>
  );
  return (
    <Page
      title={revision.name}
      crumbs={crumbs}
      mark={<Status tone={STATE_TONES[revision.state]}>{t(`state_${revision.state}`)}</Status>}
      text={<History revision={revision} />}
      actions={actions}
    >
      <Stack>
        {work ? <RevisionProgress revision={revision} work={work} /> : null}
        {failure ? (
          <Alert tone="warn" title={t('nothingChanged')}>
            {errorMessage(failure.code, failure.params)}
          </Alert>
        ) : null}
        {formShown ? (
          <Section title={t('rule')} text={t('newRevisionText')}>
            <RevisionForm
              key={revision.id}
              revision={revision}
              start={startOf(revision)}
              onRehearsed={() => setEditing(false)}
            />
          </Section>
        ) : null}
        {revision.sums === null || formShown ? null : <RevisionResult revision={revision} />}
      </Stack>
    </Page>
  );
}
