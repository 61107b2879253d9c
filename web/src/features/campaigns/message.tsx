import { campaignHistory, getCampaign, updateAction } from '../../../../contract/campaigns.ts';
import type { ContentVersion } from '../../../../contract/content.ts';
import { getLetterPlan } from '../../../../contract/letters.ts';
import { getTracks } from '../../../../contract/tracks.ts';
import { utmFor } from '../../../../contract/utm.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SavedContent } from '../../content-editor/saved-content.tsx';
import { useHere } from './campaign-context.ts';

/** What it says. Once a run has frozen a version, a change makes a new one, and the action points to that. */
export function Message({ disabled }: { disabled: boolean }) {
  const { campaign, action } = useHere();
  const point = useAction(updateAction, { invalidate: [getCampaign, getTracks, campaignHistory] });
  const paper = useEndpoint(getLetterPlan, { id: action.id }, { when: action.channel === 'letter' });
  if (action.contentVersionId === null) return null;
  const sender = { creator: campaign.createdBy.name, owner: campaign.owner.name, account_manager: undefined };
  return (
    <SavedContent
      id={action.contentVersionId}
      disabled={disabled}
      campaignName={campaign.name}
      paper={paper.data}
      report={action.channel === 'email' && action.report}
      utm={utmFor(action.utm, { channel: action.channel, code: campaign.code })}
      senderName={sender[action.senderPolicy]}
      onSaved={(version: ContentVersion) =>
        point.runAsync({ id: action.id, updatedAt: action.updatedAt, contentVersionId: version.id })
      }
    />
  );
}
