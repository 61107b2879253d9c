import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignHistory, getCampaign } from '../../../../../contract/campaigns.ts';
import { getTracks, listEnrolments, saveTracks, type Tracks } from '../../../../../contract/tracks.ts';
import { useAction } from '../../../api/use-action.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/card.tsx';
import { HelpHint } from '../../../ui/help-hint.tsx';
import { Row, Stack } from '../../../ui/layout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useHere } from '../campaign-context.ts';
import { trackTexts } from '../track-texts/texts.ts';
import { SaveTracksDialog, type WhatBecomes } from './save-tracks-dialog.tsx';
import { TrackColumn } from './track-column.tsx';
import { type Draft, draftOf, isChanged, moved, touchesPeople } from './track-draft.ts';
import './tracks.css';

/** The tracks beside each other, each with its messages in order, and what became of them. */
export function TracksStop() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const tracks = useEndpoint(getTracks, { id: campaign.id }, { every: campaign.state === 'running' ? 5000 : false });
  if (tracks.data === undefined)
    return tracks.problem ? <Alert tone="bad">{tracks.problem.message}</Alert> : <Skeleton lines={8} />;
  return (
    <Section
      title={t('tracks')}
      text={t(campaign.kind === 'sequential' ? 'tracksInTurn' : 'tracksSideBySide')}
      actions={
        <HelpHint title={t('howToStart')}>
          <ol className="track-steps">
            {(['step1', 'step2', 'step3', 'step4', 'step5'] as const).map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </HelpHint>
      }
    >
      <Builder key={tracks.data.plan.updatedAt} stored={tracks.data} />
    </Section>
  );
}

function Builder({ stored }: { stored: Tracks }) {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const [edited, setEdited] = useState<Draft[] | null>(null);
  const [asking, setAsking] = useState(false);
  const save = useAction(saveTracks, {
    invalidate: [getTracks, getCampaign, listEnrolments, campaignHistory],
    toast: false,
    done: t('tracksSaved'),
    onSuccess: () => setEdited(null),
  });
  const drafts = edited ?? draftOf(stored);
  const mayEdit = campaign.may.edit && campaign.archivedAt === null;
  const store = (becomes: WhatBecomes) => {
    setAsking(false);
    save.run({ id: campaign.id, tracks: drafts, ...becomes });
  };
  const begin = () => (touchesPeople(drafts, stored) ? setAsking(true) : store({ underWay: 'stay', through: 'rest' }));
  const change = (index: number, draft: Draft) => setEdited(drafts.map((one, at) => (at === index ? draft : one)));
  const problems = save.problem?.errors ?? [];
  return (
    <Stack>
      {save.problem && problems.length === 0 ? <Alert tone="bad">{save.problem.message}</Alert> : null}
      <div className="tracks">
        {drafts.map((draft, index) => (
          <TrackColumn
            key={draft.id ?? `new ${index}`}
            draft={draft}
            index={index}
            stored={stored}
            mayEdit={mayEdit}
            problems={problems}
            onChange={(changed) => change(index, changed)}
            onMove={(to) => setEdited(moved(drafts, index, to))}
            onRemove={() => setEdited(drafts.filter((_, at) => at !== index))}
            last={drafts.length - 1}
            all={drafts}
            onAll={setEdited}
          />
        ))}
      </div>
      {mayEdit ? (
        <Row>
          <Button
            icon={<IconPlus size={16} />}
            onClick={() =>
              setEdited([...drafts, fresh(t('trackNo', { number: drafts.length + 1 }), t('messageNo', { number: 1 }))])
            }
          >
            {t('addTrack')}
          </Button>
          {edited !== null && isChanged(edited, stored) ? (
            <>
              <Button look="primary" busy={save.busy} onClick={begin}>
                {t('saveTracks')}
              </Button>
              <Button look="quiet" onClick={() => setEdited(null)}>
                {t('discard')}
              </Button>
            </>
          ) : null}
        </Row>
      ) : null}
      <SaveTracksDialog open={asking} tracks={stored} onClose={() => setAsking(false)} onSave={store} />
    </Stack>
  );
}

const fresh = (name: string, message: string): Draft => ({
  name,
  interest: null,
  afterFailure: 'go_on',
  messages: [{ name: message }],
});
