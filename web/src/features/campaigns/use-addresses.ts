import { type CampaignStop, campaignStop, paths } from '../../paths.ts';
import { useHere } from './campaign-context.ts';

type Search = Record<string, string | undefined>;

/** The addresses of this campaign’s page, staying with the action that is shown. */
export function useAddresses() {
  const { campaign, action } = useHere();
  const { id } = campaign;
  const stay = action.id === campaign.actions[0]?.id ? {} : { action: action.id };
  return {
    stop: (stop: CampaignStop) => campaignStop(id, stop, stay),
    recipients: (search?: Search) => paths.campaignRecipients(id, { ...stay, ...search }),
    log: (search?: Search) => paths.campaignLog(id, { ...stay, ...search }),
    cleansing: () => paths.campaignCleansing(id, stay),
    progress: () => paths.campaignProgress(id, stay),
    history: () => paths.campaignHistory(id, stay),
    answers: () => paths.campaignAnswers(id, stay),
    money: () => paths.campaignMoney(id, stay),
    plan: () => paths.campaignPlan(id, stay),
    actions: () => paths.campaignActions(id, stay),
  };
}
