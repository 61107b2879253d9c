import { IconX } from '@tabler/icons-react';
import { audienceChanges } from '../../../../contract/audience-changes.ts';
import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import {
  countAction,
  listHandPicks,
  listLines,
  listRuns,
  type Party,
  pickByHand,
  previewAction,
} from '../../../../contract/runs.ts';
import { whyInRun } from '../../../../contract/why.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useHere } from './campaign-context.ts';
import { PartySearch } from './party-search.tsx';
import { texts } from './texts/texts.ts';

/** Adds to the audience by hand, removes, or takes the decision back; what was counted before is out of date. */
export function useHandPick() {
  const { action } = useHere();
  const pick = useAction(pickByHand, {
    invalidate: [
      audienceChanges,
      whyInRun,
      countAction,
      listHandPicks,
      previewAction,
      listLines,
      listRuns,
      getCampaign,
      campaignHistory,
    ],
  });
  return {
    busy: pick.busy,
    /** `done` once it is stored and shown. */
    pick: (how: 'added' | 'removed' | 'none', parties: readonly Party[], done?: () => void) =>
      void pick.runAsync({ id: action.id, pick: how, parties: [...parties] }).then(done, () => {}),
  };
}

/** Single people added to or left out of the audience. */
export function HandPicks() {
  const t = useTexts(texts);
  const { action } = useHere();
  const { pick } = useHandPick();
  return (
    <Section
      title={t('byHand')}
      text={t('byHandText')}
      actions={
        <Button size="small" href={paths.newImport({ action: action.id })}>
          {t('importList')}
        </Button>
      }
    >
      <PartySearch label={t('addPerson')} onPick={(party) => pick('added', [party])} />
      <PickedByHand />
    </Section>
  );
}

/** Who was added or removed so far; each can be taken back. Nothing while there is nobody. */
export function PickedByHand() {
  const t = useTexts(texts);
  const { action } = useHere();
  const picks = useEndpoint(listHandPicks, { id: action.id });
  const { pick } = useHandPick();
  if (!picks.data || picks.data.length === 0) return null;
  return (
    <ul className="plain-list hand-picks" aria-label={t('byHand')}>
      {picks.data.map((person) => (
        <li key={`${person.kind}.${person.id}`}>
          <span>{person.name}</span>
          <Badge tone={person.pick === 'added' ? 'good' : 'warn'}>{t(`pick_${person.pick}`)}</Badge>
          <IconButton
            label={t('takeBackPick', { name: person.name })}
            icon={<IconX size={16} />}
            onClick={() => pick('none', [{ kind: person.kind, id: person.id }])}
          />
        </li>
      ))}
    </ul>
  );
}
