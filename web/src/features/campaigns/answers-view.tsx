import { IconCalendarEvent, IconMailQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { ANSWERS, type Answer, campaignAnswers, listAnswers, type Standing } from '../../../../contract/occasion.ts';
import { type RowOf, useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts, Stat, Stats } from '../../ui/stat.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { answerTexts } from './answer-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { OccasionForm } from './occasion-form.tsx';
import { useSetAnswer } from './use-set-answer.ts';
import { WriteDownAnswer } from './write-down-answer.tsx';

type Filter = { answer?: Answer | undefined; standing?: Standing | undefined };
type AnswerRow = RowOf<typeof listAnswers>;

/** O20: what people are invited to, who comes, and who waits for a place. */
export function AnswersView() {
  const t = useTexts(answerTexts);
  const { campaign } = useHere();
  const { data } = useEndpoint(campaignAnswers, { id: campaign.id }, { every: 15_000, keep: true });
  const [editing, setEditing] = useState(false);
  const [writing, setWriting] = useState(false);
  if (!data) return <Skeleton lines={8} />;
  const mayWrite = campaign.may.edit && campaign.totals.distributions > 0;
  return (
    <Stack>
      <Section
        title={t('occasion')}
        text={data.occasion ? null : t('noOccasion')}
        actions={
          campaign.may.edit ? (
            <Button icon={<IconCalendarEvent size={16} stroke={1.75} />} onClick={() => setEditing(true)}>
              {t(data.occasion ? 'changeOccasion' : 'setOccasion')}
            </Button>
          ) : null
        }
      >
        <OccasionFacts summary={data} />
      </Section>
      <Section
        title={t('answers')}
        text={
          <>
            {t('answersText')} <HelpHint title={t('howTitle')}>{t('how')}</HelpHint>
          </>
        }
        actions={mayWrite ? <Button onClick={() => setWriting(true)}>{t('writeDown')}</Button> : null}
      >
        <AnswerFigures summary={data} />
        <AnswerTable />
      </Section>
      {editing ? <OccasionForm occasion={data.occasion} onClose={() => setEditing(false)} /> : null}
      <WriteDownAnswer open={writing} onClose={() => setWriting(false)} />
    </Stack>
  );
}

type Summary = NonNullable<ReturnType<typeof useEndpoint<typeof campaignAnswers>>['data']>;

function OccasionFacts({ summary: { occasion } }: { summary: Summary }) {
  const t = useTexts(answerTexts);
  if (!occasion) return null;
  return (
    <Facts
      facts={[
        { label: t('title'), value: occasion.title },
        { label: t('startsAt'), value: <When at={occasion.startsAt} /> },
        { label: t('endsAt'), value: <When at={occasion.endsAt} /> },
        { label: t('place'), value: occasion.place || '–' },
        { label: t('answerUntil'), value: <When at={occasion.answerUntil ?? occasion.startsAt} /> },
      ]}
    />
  );
}

function AnswerFigures({ summary }: { summary: Summary }) {
  const t = useTexts(answerTexts);
  const format = useFormat();
  const { campaign } = useHere();
  const href = (filter: Filter) => paths.campaignAnswers(campaign.id, filter);
  const places = summary.occasion?.places ?? null;
  const placed =
    places === null
      ? format.number(summary.placed)
      : t('placedOf', { placed: format.number(summary.placed), places: format.number(places) });
  return (
    <Stats>
      {ANSWERS.map((answer) => (
        <Stat key={answer} label={t(answer)} value={<Count value={summary[answer]} />} href={href({ answer })} />
      ))}
      <Stat label={t('placed')} value={placed} href={href({ standing: 'placed' })} />
      <Stat label={t('waiting')} value={<Count value={summary.waiting} />} href={href({ standing: 'waiting' })} />
      <Stat label={t('silent')} value={<Count value={summary.silent} />} />
    </Stats>
  );
}

function AnswerTable() {
  const t = useTexts(answerTexts);
  const { campaign } = useHere();
  const [search, change] = useSearchState<Filter>();
  const set = useSetAnswer();
  const open = ({ kind, id }: AnswerRow) =>
    kind === 'contact' ? paths.contact(id) : kind === 'company' ? paths.company(id) : paths.lead(id);
  return (
    <DataTable
      label={t('answers')}
      source={listAnswers}
      input={{ id: campaign.id, answer: search.answer, standing: search.standing }}
      rowKey={({ kind, id }) => `${kind}.${id}`}
      rowName={({ name }) => name}
      rowHref={open}
      columns={[
        { key: 'name', header: t('name'), cell: ({ name }) => name, sort: true, always: true, width: 14 },
        { key: 'answer', header: t('answer'), cell: ({ answer }) => t(answer), width: 7 },
        { key: 'standing', header: t('standing'), cell: ({ standing }) => (standing ? t(standing) : '–'), width: 9 },
        {
          key: 'answered',
          header: t('answeredAt'),
          cell: ({ answeredAt }) => <When at={answeredAt} />,
          sort: true,
          width: 10,
        },
      ]}
      filters={
        <Row>
          <SelectField
            label={t('answer')}
            hideLabel
            clearable
            nothing={t('allAnswers')}
            choices={ANSWERS.map((answer) => ({ value: answer, label: t(answer) }))}
            value={search.answer ?? null}
            onChange={(answer) => change({ answer: answer ?? undefined, standing: undefined })}
          />
        </Row>
      }
      rowMenu={(row) =>
        campaign.may.edit
          ? ANSWERS.filter((answer) => answer !== row.answer).map((answer) => ({
              label: t('setTo', { answer: t(answer) }),
              onClick: () => set.run({ id: campaign.id, kind: row.kind, party: row.id, answer }),
            }))
          : []
      }
      empty={<EmptyState icon={<IconMailQuestion size={28} stroke={1.5} />} title={t('noAnswers')} />}
      every={15_000}
    />
  );
}
