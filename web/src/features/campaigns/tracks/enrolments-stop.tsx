import { IconPlayerPause, IconPlayerPlay, IconRoute, IconUserMinus } from '@tabler/icons-react';
import { campaignHistory } from '../../../../../contract/campaigns.ts';
import type { ContactId } from '../../../../../contract/ids.ts';
import {
  countComing,
  ENROLMENT_STATES,
  type Enrolment,
  getTracks,
  listEnrolments,
  rehearseTracks,
  settleEnrolments,
} from '../../../../../contract/tracks.ts';
import { useAction } from '../../../api/use-action.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { SelectField } from '../../../form/choice-fields.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { paths } from '../../../paths.ts';
import type { Column } from '../../../table/column.ts';
import { DataTable } from '../../../table/data-table.tsx';
import { Status } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Row, Stack } from '../../../ui/layout.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { When } from '../../../ui/values.tsx';
import { useSearchState } from '../../../url.ts';
import { useHere } from '../campaign-context.ts';
import { PartySearch } from '../party-search.tsx';
import { trackTexts } from '../track-texts/texts.ts';

const TONES: Record<Enrolment['state'], Tone> = {
  queued: 'neutral',
  active: 'accent',
  held: 'warn',
  finished: 'good',
  left: 'neutral',
};

type What = 'enrol' | 'hold' | 'resume' | 'leave';

/** Pauses, lets go on, takes out or brings in, in every track of the campaign. */
function useSettle() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const settle = useAction(settleEnrolments, {
    invalidate: [listEnrolments, getTracks, countComing, rehearseTracks, campaignHistory],
    done: t('peopleChanged'),
  });
  return (what: What, contactIds: readonly ContactId[]) =>
    settle.run({ id: campaign.id, what, contactIds: [...contactIds] });
}

/** Who is in the tracks, where each stands, and what comes next. */
export function EnrolmentsStop() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const settle = useSettle();
  const [search, change] = useSearchState<{ state?: Enrolment['state'] | undefined; trackId?: string | undefined }>();
  const tracks = useEndpoint(getTracks, { id: campaign.id });
  const mayEdit = campaign.may.edit;
  const people = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split('.')[0] as ContactId))];
  return (
    <Stack>
      {mayEdit ? (
        <PartySearch
          label={t('enrolByHand')}
          hint={t('enrolByHandHint')}
          peopleOnly
          onPick={({ id }) => settle('enrol', [id as string as ContactId])}
        />
      ) : null}
      <DataTable
        label={t('people')}
        source={listEnrolments}
        input={{ id: campaign.id, state: search.state, trackId: search.trackId as never }}
        rowKey={(row) => `${row.contactId}.${row.id}`}
        rowName={(row) => row.name}
        rowHref={(row) => paths.contact(row.contactId)}
        columns={useColumns()}
        every={campaign.state === 'running' ? 10_000 : undefined}
        filters={
          <Row>
            <SelectField
              label={t('place')}
              hideLabel
              clearable
              nothing={t('allStates')}
              choices={ENROLMENT_STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
              value={search.state ?? null}
              onChange={(state) => change({ state: state ?? undefined })}
            />
            <SelectField
              label={t('track')}
              hideLabel
              clearable
              nothing={t('allTracks')}
              choices={(tracks.data?.tracks ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
              value={search.trackId ?? null}
              onChange={(trackId) => change({ trackId: trackId ?? undefined })}
            />
          </Row>
        }
        bulk={
          mayEdit
            ? ({ keys, clear }) => (
                <Bulk
                  settle={(what) => {
                    settle(what, people(keys));
                    clear();
                  }}
                />
              )
            : undefined
        }
        rowMenu={(row) => [
          {
            label: t('rehearse'),
            icon: <IconRoute size={16} />,
            href: paths.campaignRehearsal(campaign.id, { contactId: row.contactId }),
          },
        ]}
        empty={<EmptyState icon={<IconRoute size={32} />} title={t('nobodyIn')} text={t('nobodyInText')} />}
      />
    </Stack>
  );
}

function Bulk({ settle }: { settle: (what: What) => void }) {
  const t = useTexts(trackTexts);
  return (
    <Row>
      <Button size="small" icon={<IconPlayerPause size={15} />} onClick={() => settle('hold')}>
        {t('hold')}
      </Button>
      <Button size="small" icon={<IconPlayerPlay size={15} />} onClick={() => settle('resume')}>
        {t('goOn')}
      </Button>
      <Button size="small" icon={<IconUserMinus size={15} />} onClick={() => settle('leave')}>
        {t('takeOut')}
      </Button>
    </Row>
  );
}

function useColumns(): Column<Enrolment>[] {
  const t = useTexts(trackTexts);
  const why = ({ waitsFor, leftFor }: Enrolment) =>
    waitsFor ? t(`waits_${waitsFor}`) : leftFor ? t(`left_${leftFor}`) : null;
  return [
    { key: 'name', header: t('person'), cell: (row) => row.name, sort: true, always: true, width: 13 },
    { key: 'track', header: t('track'), cell: (row) => row.track, width: 9 },
    { key: 'step', header: t('place'), cell: (row) => t('stepOf', { step: row.step, steps: row.steps }), width: 6 },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => (
        <span>
          <Status tone={TONES[row.state]}>{t(`state_${row.state}`)}</Status>
          {why(row) ? <span className="text-quiet text-small"> · {why(row)}</span> : null}
        </span>
      ),
      width: 13,
    },
    { key: 'message', header: t('nextMessage'), cell: (row) => row.next ?? '–', width: 11 },
    { key: 'next', header: t('when'), cell: (row) => <When at={row.nextAt} />, sort: true, width: 11 },
    {
      key: 'since',
      header: t('since'),
      cell: (row) => <When at={row.since} show="date" />,
      sort: true,
      width: 8,
      hidden: true,
    },
  ];
}
