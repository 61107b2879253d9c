import {
  applyPriceRevision,
  getPriceRevision,
  listPriceRevisions,
  type PriceRevision,
  reversePriceRevision,
} from '../../../../contract/catalogue-revisions.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Count, Percent } from '../../ui/values.tsx';
import { Price } from './product-parts.tsx';
import { RevisionLines } from './revision-lines.tsx';
import { texts } from './texts/texts.ts';

const CHANGED = [listPriceRevisions, getPriceRevision];

function Sums({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { sums, list } = revision;
  if (!sums) return null;
  const ratio = sums.oldTotal === 0 ? null : (sums.newTotal - sums.oldTotal) / sums.oldTotal;
  return (
    <Stats>
      <Stat
        label={t('verdict_change')}
        value={<Count value={sums.change} />}
        note={t('raisedLowered', { raised: sums.raised, lowered: sums.lowered })}
      />
      <Stat label={t('verdict_same')} value={<Count value={sums.same} />} />
      <Stat
        label={t('verdict_refused')}
        value={<Count value={sums.refused} />}
        note={sums.refusedBy
          .map(({ reason, count }) => `${t(`reason_${reason}`)}: ${format.number(count)}`)
          .join(' · ')}
      />
      <Stat
        label={t('sumOfPrices')}
        value={<Percent ratio={ratio} />}
        note={`${format.money(sums.oldTotal, list.currency)} → ${format.money(sums.newTotal, list.currency)}`}
      />
      <Stat
        label={t('marginAfter')}
        value={<Percent ratio={sums.marginAfter} />}
        note={`${t('marginBefore')}: ${sums.marginBefore === null ? '–' : format.percent(sums.marginBefore)}`}
      />
      {sums.uses === null ? null : <Stat label={t('uses')} value={<Count value={sums.uses} />} />}
    </Stats>
  );
}

function ByGroup({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const groups = revision.sums?.byGroup ?? [];
  const { currency } = revision.list;
  if (groups.length < 2) return null;
  return (
    <Section title={t('byGroup')}>
      <PlainTable
        label={t('byGroup')}
        rows={groups}
        rowKey={(row) => row.groupId ?? ''}
        rowName={(row) => row.group ?? ''}
        columns={[
          { key: 'group', header: t('group'), cell: (row) => row.group ?? t('noGroup'), width: 14 },
          { key: 'lines', header: t('products'), cell: (row) => <Count value={row.lines} />, align: 'end', width: 6 },
          {
            key: 'change',
            header: t('verdict_change'),
            cell: (row) => <Count value={row.change} />,
            align: 'end',
            width: 7,
          },
          {
            key: 'old',
            header: t('oldPrice'),
            cell: (row) => <Price minor={row.oldTotal} currency={currency} />,
            align: 'end',
            width: 10,
          },
          {
            key: 'new',
            header: t('newPrice'),
            cell: (row) => <Price minor={row.newTotal} currency={currency} />,
            align: 'end',
            width: 10,
          },
        ]}
      />
    </Section>
  );
}

/** Applies or takes back, after saying how many prices and from when. */
export function RevisionDeeds({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  const format = useFormat();
  const mayEdit = useMay('catalogue.edit');
  const apply = useAction(applyPriceRevision, { invalidate: CHANGED });
  const reverse = useAction(reversePriceRevision, { invalidate: CHANGED });
  const { id, fingerprint, sums, reversible } = revision;
  if (!mayEdit) return null;
  if (revision.state === 'rehearsed' && sums && fingerprint) {
    const action = t('applyNow', { count: sums.change });
    const day = format.date(revision.validFrom ?? '');
    const ask = async () => {
      if (await confirm({ title: t('applyTitle', { name: revision.name }), text: t('applyText', { day }), action }))
        apply.run({ id, fingerprint });
    };
    return (
      <Button look="primary" disabled={sums.change === 0} busy={apply.busy} onClick={() => void ask()}>
        {action}
      </Button>
    );
  }
  if (revision.state !== 'applied' || !reversible) return null;
  const action = t('reverseNow', { count: reversible.possible });
  const ask = async () => {
    const text = reversible.blocked > 0 ? t('reverseSome', { count: reversible.blocked }) : t('reverseText');
    if (await confirm({ title: t('reverseTitle', { name: revision.name }), text, action, danger: true }))
      reverse.run({ id, expected: reversible.possible });
  };
  return (
    <Button disabled={reversible.possible === 0} busy={reverse.busy} onClick={() => void ask()}>
      {action}
    </Button>
  );
}

/** The rehearsal: sums, groups, and each line. */
export function RevisionResult({ revision }: { revision: PriceRevision }) {
  const t = useTexts(texts);
  return (
    <Stack>
      {revision.sums && revision.sums.plannedLater > 0 ? (
        <Alert tone="warn">{t('plannedLater', { count: revision.sums.plannedLater })}</Alert>
      ) : null}
      {revision.reversible && revision.reversible.blocked > 0 ? (
        <Alert tone="warn">{t('blockedText', { count: revision.reversible.blocked })}</Alert>
      ) : null}
      <Sums revision={revision} />
      <ByGroup revision={revision} />
      <Section title={t('lines')}>
        <RevisionLines revision={revision} />
      </Section>
    </Stack>
  );
}
