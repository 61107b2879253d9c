import { useState } from 'react';
import {
  audienceChanges,
  type Because,
  type ChangeSide,
  listAudienceChanges,
} from '../../../../contract/audience-changes.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { useEndpoint, usePages } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { sinceTexts } from './since-texts/texts.ts';

type Changes = OutputOf<typeof audienceChanges>;
type Cause = Changes['causes'][number];

/** Who joined and who left since the list that is prepared, or since the last distribution; every number opens its people. */
export function ChangesDrawer({ onClose }: { onClose: () => void }) {
  const t = useTexts(sinceTexts);
  const { action } = useHere();
  const changes = useEndpoint(audienceChanges, { id: action.id });
  return (
    <Drawer open onClose={onClose} title={t('compareTitle')} size="large">
      {changes.problem ? <Alert tone="bad">{changes.problem.message}</Alert> : null}
      {changes.data ? <Told changes={changes.data} /> : changes.problem ? null : <Skeleton lines={6} />}
    </Drawer>
  );
}

function Told({ changes: { since, joined, left, causes } }: { changes: Changes }) {
  const t = useTexts(sinceTexts);
  const format = useFormat();
  if (since === null) return <Text tone="quiet">{t('nothingToCompare')}</Text>;
  const time = format.dateTime(since.sealedAt ?? since.generatedAt ?? '');
  return (
    <Stack gap="large">
      <Text tone="quiet">{t(since.sealedAt ? 'comparedWithRun' : 'comparedWithList', { time })}</Text>
      {joined + left === 0 ? <Text>{t('sameAsThen')}</Text> : null}
      {joined > 0 ? <Side side="joined" count={joined} causes={causes} since={since.id} /> : null}
      {left > 0 ? <Side side="left" count={left} causes={causes} since={since.id} /> : null}
    </Stack>
  );
}

const useWords = () => {
  const t = useTexts(sinceTexts);
  const reason = useReason();
  return (side: ChangeSide, { cause, reason: code, rules }: Because) =>
    [t(`${side}_${cause}`, { reason: code === null ? '' : reason(code) }), rules.join('; ')].filter(Boolean).join(': ');
};

interface SideProps {
  side: ChangeSide;
  count: number;
  causes: readonly Cause[];
  since: NonNullable<Changes['since']>['id'];
}

function Side({ side, count, causes, since }: SideProps) {
  const t = useTexts(sinceTexts);
  const words = useWords();
  const format = useFormat();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <section className="stack gap-small">
      <Heading level={3}>{t(`${side}Count`, { count })}</Heading>
      <ul className="plain-list">
        {causes
          .filter((cause) => cause.side === side)
          .map((cause) => (
            <li key={cause.key} className="change-cause">
              <button
                type="button"
                className="change-button"
                aria-expanded={opened === cause.key}
                onClick={() => setOpened(opened === cause.key ? null : cause.key)}
              >
                <strong>{format.number(cause.lines)}</strong> <span>{words(side, cause)}</span>
              </button>
              {opened === cause.key ? <People side={side} cause={cause} since={since} /> : null}
            </li>
          ))}
      </ul>
    </section>
  );
}

function People({ side, cause, since }: { side: ChangeSide; cause: Cause; since: SideProps['since'] }) {
  const t = useTexts(sinceTexts);
  const words = useWords();
  const { action } = useHere();
  const pages = usePages(listAudienceChanges, { id: action.id, since, side, cause: cause.key, limit: 50 });
  if (pages.problem) return <Alert tone="bad">{pages.problem.message}</Alert>;
  return (
    <Stack gap="small">
      <PlainTable
        label={words(side, cause)}
        rows={pages.rows}
        loading={pages.loading}
        rowKey={(row) => `${row.partyId}.${row.role}.${row.assetId}`}
        rowName={(row) => row.name}
        rowHref={cause.cause === 'gone' ? undefined : (row) => paths[row.partyKind](row.partyId)}
        columns={[
          { key: 'name', header: t('name'), always: true, width: 12, cell: (row) => row.name },
          { key: 'address', header: t('address'), width: 14, cell: (row) => row.address ?? '–' },
        ]}
      />
      {pages.more ? (
        <Row>
          <Button look="quiet" busy={pages.loadingMore} onClick={pages.more}>
            {t('more')}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
