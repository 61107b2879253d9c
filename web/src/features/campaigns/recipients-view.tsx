import { IconArrowsDiff, IconUserPlus, IconUserQuestion, IconUsers, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Line, listHandPicks, listLines, type Party, type Run } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { AddAddressees } from './add-addressees.tsx';
import { AddresseeSwitch } from './addressee-switch.tsx';
import { addresseeTexts } from './addressee-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { ChangesDrawer } from './changes-drawer.tsx';
import { PickedByHand, useHandPick } from './hand-picks.tsx';
import { type LineFilter, lineFilterOf, ShowFilter } from './line-filter.tsx';
import { useRecipientColumns } from './recipient-columns.tsx';
import { RecipientsMenu } from './recipients-menu.tsx';
import { runTexts } from './run-texts/texts.ts';
import { sinceTexts } from './since-texts/texts.ts';
import { useGenerate } from './use-list-actions.ts';
import { WhyDrawer } from './why-person.tsx';

/** The tab Recipients: the list as generated, until it is distributed; single people come and go by hand (E28, E29). */
export function RecipientsView() {
  const t = useTexts(runTexts);
  const since = useTexts(sinceTexts);
  const { prepared, live, last, campaign } = useHere();
  const [comparing, setComparing] = useState(false);
  return (
    <Stack>
      <Row spread="between">
        <Text tone="quiet" as="div">
          {prepared ? (
            <>
              {t('generatedAt')} <When at={prepared.generatedAt} />
            </>
          ) : null}
        </Text>
        <Row>
          {prepared || last ? (
            <Button icon={<IconArrowsDiff size={16} stroke={1.75} />} onClick={() => setComparing(true)}>
              {since('compare')}
            </Button>
          ) : null}
          <RecipientsMenu />
        </Row>
      </Row>
      {campaign.may.edit && !live ? <AddAddressees /> : null}
      {prepared ? <RecipientTable run={prepared} /> : <NoList />}
      {comparing ? <ChangesDrawer onClose={() => setComparing(false)} /> : null}
    </Stack>
  );
}

/** Before there is a list: whoever was added by hand is seen all the same. */
function NoList() {
  const t = useTexts(runTexts);
  const words = useTexts(addresseeTexts);
  const { live, last, campaign, action } = useHere();
  const { generate, busy } = useGenerate();
  const picks = useEndpoint(listHandPicks, { id: action.id });
  return (
    <>
      {picks.data && picks.data.length > 0 ? (
        <Card title={words('byHandSoFar')}>
          <PickedByHand />
        </Card>
      ) : null}
      <EmptyState
        icon={<IconUsers size={28} stroke={1.5} />}
        title={last ? t('movedToLogTitle') : t('noListTitle')}
        text={last ? t('movedToLogText') : t('noListText')}
        action={
          campaign.may.edit && campaign.may.run && !live ? (
            <Button look="primary" busy={busy} onClick={generate}>
              {t('generateSelection')}
            </Button>
          ) : null
        }
      />
    </>
  );
}

/** The generated list; right-click removes, explains or exports (Q32). */
function RecipientTable({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const [search] = useSearchState<LineFilter>();
  // When nobody is left to send to, the ones left out are what there is to see.
  const standard = run.sums.planned > 0 ? 'planned' : 'excluded';
  const { pick } = useHandPick();
  const mayExport = useMay('ledger.export');
  const [asked, setAsked] = useState<Line | null>(null);
  const partyOf = (line: Line): Party => ({ kind: line.partyKind, id: line.partyId });
  const size = { size: 16, stroke: 1.75 };
  return (
    <>
      <DataTable
        label={t('recipients')}
        source={listLines}
        input={{ id: run.id, ...lineFilterOf({ ...search, show: search.show ?? standard }) }}
        rowKey={(line) => String(line.no)}
        rowName={(line) => line.name}
        columns={useRecipientColumns()}
        searchHint={t('searchRecipients')}
        onOpen={setAsked}
        filters={
          <>
            <ShowFilter choices={['planned', 'excluded', 'all']} standard={standard} />
            <AddresseeSwitch />
          </>
        }
        rowMenu={(line) => [
          { label: t('whyInOut'), icon: <IconUserQuestion {...size} />, onClick: () => setAsked(line) },
          line.reason === 'removed_by_hand'
            ? { label: t('putBack'), icon: <IconUserPlus {...size} />, onClick: () => pick('none', [partyOf(line)]) }
            : {
                label: t('removeFromList'),
                icon: <IconUserX {...size} />,
                onClick: () => pick('removed', [partyOf(line)]),
              },
        ]}
        exportAt={mayExport && '/api/runs/:id/export'}
        empty={<EmptyState title={t('nobodyTitle')} text={t('nobodyText')} />}
      />
      {asked ? (
        <WhyDrawer open onClose={() => setAsked(null)} party={partyOf(asked)} name={asked.name} run={run} />
      ) : null}
    </>
  );
}
