import { IconUserPlus, IconUserQuestion, IconUsers, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Line, listLines, PARTY_KINDS, type Party, type Run } from '../../../../contract/runs.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { useHandPick } from './hand-picks.tsx';
import { type LineFilter, lineFilterOf, ShowFilter } from './line-filter.tsx';
import { PartySearch } from './party-search.tsx';
import { useRecipientColumns } from './recipient-columns.tsx';
import { RecipientsMenu } from './recipients-menu.tsx';
import { runTexts } from './run-texts/texts.ts';
import { useGenerate } from './use-list-actions.ts';
import { WhyDrawer } from './why-person.tsx';

/** The tab Recipients: the list as generated, until it is distributed. */
export function RecipientsView() {
  const t = useTexts(runTexts);
  const { prepared, live, last, campaign } = useHere();
  const { generate, busy } = useGenerate();
  const [adding, setAdding] = useState(false);
  const mayChange = campaign.may.edit && !live;
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
          {mayChange ? (
            <Button icon={<IconUserPlus size={16} stroke={1.75} />} onClick={() => setAdding(true)}>
              {t('addRecipients')}
            </Button>
          ) : null}
          <RecipientsMenu />
        </Row>
      </Row>
      {prepared ? (
        <RecipientTable run={prepared} />
      ) : (
        <EmptyState
          icon={<IconUsers size={28} stroke={1.5} />}
          title={last ? t('movedToLogTitle') : t('noListTitle')}
          text={last ? t('movedToLogText') : t('noListText')}
          action={
            mayChange && campaign.may.run ? (
              <Button look="primary" busy={busy} onClick={generate}>
                {t('generateSelection')}
              </Button>
            ) : null
          }
        />
      )}
      <AddRecipients open={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

/** The generated list; right-click removes, explains or exports (Q32). */
function RecipientTable({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const [search, change] = useSearchState<LineFilter>();
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
        input={{ id: run.id, ...lineFilterOf({ ...search, show: search.show ?? standard }), partyKind: search.kind }}
        rowKey={(line) => String(line.no)}
        rowName={(line) => line.name}
        columns={useRecipientColumns()}
        searchHint={t('searchRecipients')}
        onOpen={setAsked}
        filters={
          <>
            <ShowFilter choices={['planned', 'excluded', 'all']} standard={standard} />
            <SelectField
              label={t('kind')}
              hideLabel
              clearable
              nothing={t('allKinds')}
              choices={PARTY_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
              value={search.kind ?? null}
              onChange={(kind) => change({ kind: (kind ?? undefined) as 'contact' })}
            />
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
      {asked ? <WhyDrawer open onClose={() => setAsked(null)} party={partyOf(asked)} name={asked.name} /> : null}
    </>
  );
}

/** E29: quick-add of single people; E31: a new person is made under People, and said so. */
function AddRecipients({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(runTexts);
  const { pick, busy } = useHandPick();
  const { prepared } = useHere();
  const [added, setAdded] = useState<string[]>([]);
  return (
    <Modal open={open} onClose={onClose} title={t('addRecipients')}>
      <Stack>
        <PartySearch
          label={t('addRecipient')}
          hint={t('addRecipientHint')}
          onPick={(party, name) => {
            pick('added', [party]);
            setAdded((before) => [...before, name]);
          }}
        />
        {added.length > 0 ? (
          <Alert tone="good" title={t('addedNow', { count: added.length })}>
            {added.join(', ')}. {prepared ? t('generateAgain') : ''}
          </Alert>
        ) : null}
        <Row spread="end">
          <Button look="primary" busy={busy} onClick={onClose}>
            {t('close')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
