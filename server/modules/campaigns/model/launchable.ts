import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import {
  type Action,
  type Campaign,
  type LaunchProblem,
  mayAddress,
  reachesOut,
  sells,
} from '../../../../contract/campaigns.ts';
import { DIRECT_LINK_CODE, hasDirectLinkCode } from '../../../../contract/direct-link.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import { recurrenceProblem } from '../../../../contract/occurrences.ts';
import { saysHowToStop } from '../../../../contract/sms-text.ts';
import { isGoing } from './lifecycle.ts';

interface Written {
  language: string;
  subject: string;
  body: string;
  /** What is merged besides: its report, the words of its layout. */
  besides: string;
  /** What a message with files weighs; 0 without. */
  bytes: number;
}

export interface LaunchFacts {
  campaign: Pick<Campaign, 'name' | 'state' | 'purposeClass' | 'archivedAt'> & { topicId: string | null };
  action: Pick<Action, 'channel' | 'addressing' | 'basis' | 'schedule' | 'state' | 'work' | 'directLink'>;
  /** Somebody is picked by a segment, a rule, an import, an earlier list or by hand. */
  audienceChosen: boolean;
  /** null: no content was written. */
  content: { variants: readonly Written[] } | null;
  /** null: none chosen. */
  account: { name: string; usable: boolean; sizeLimit: number | null } | null;
  /** False only where there are types to choose from and none is chosen. */
  typed: boolean;
  /** Its type of dossier item asks for work. */
  asksForWork: boolean;
  /** The first product to be sold that is gone or has no price; null where all can be. */
  unsellable: { code: ErrorCode; params: LaunchProblem['params'] } | null;
  /** Why letters cannot be made; null where they can. */
  unprintable: ErrorCode | null;
  /** An e-mail with report has one in its main language; true for any other. */
  reported: boolean;
  now: Date;
}

type Found = Omit<LaunchProblem, 'actionId'> & { code: ErrorCode };
type Stop = LaunchProblem['stop'];

const at = (stop: Stop, field: string, code: ErrorCode, params: LaunchProblem['params'] = {}): Found => ({
  stop,
  field,
  code,
  params,
});

/** A campaign that runs has stages still to come; it is the action that must not be under way. */
const STATE_PROBLEMS: Partial<Record<Campaign['state'], ErrorCode>> = {
  proposed: 'campaign_not_ready',
  preparing: 'campaign_not_ready',
  cancelled: 'campaign_cancelled',
};

const why = ({ campaign, action, typed }: LaunchFacts): Found[] => {
  const found: Found[] = [];
  if (!typed) found.push(at('what', 'interactionTypeId', 'interaction_type_needed'));
  if (campaign.name.trim() === '') found.push(at('why', 'name', 'required'));
  if (reachesOut(action.channel) && campaign.topicId === null) {
    if (campaign.purposeClass === 'marketing') found.push(at('why', 'topicId', 'marketing_needs_topic'));
    else if (action.basis === 'consent') found.push(at('why', 'topicId', 'consent_needs_topic'));
  }
  const state =
    campaign.archivedAt !== null
      ? 'campaign_archived'
      : isGoing(action.state)
        ? 'campaign_under_way'
        : STATE_PROBLEMS[campaign.state];
  if (state) found.push(at('why', 'state', state));
  return found;
};

const who = ({ action: { channel, addressing }, audienceChosen }: LaunchFacts): Found[] => [
  ...(audienceChosen ? [] : [at('who', 'audience', 'audience_empty')]),
  ...(mayAddress(channel, addressing) ? [] : [at('who', 'addressing', 'addressing_one_buyer')]),
];

/** Somebody has to be given what is to be done. */
const whoWorks = ({ action: { work }, typed, asksForWork }: LaunchFacts): Found[] => {
  const found: Found[] = [];
  if (typed && !asksForWork) found.push(at('what', 'interactionTypeId', 'interaction_type_needs_work'));
  const chosen = work.to === 'named' || work.to === 'even';
  if (chosen && work.userIds.length === 0) found.push(at('what', 'work.userIds', 'work_needs_somebody'));
  return found;
};

const what = (facts: LaunchFacts): Found[] => {
  const { campaign, action, content, account, unsellable, unprintable, reported } = facts;
  const written = content?.variants ?? [];
  if (WORK_CHANNELS.includes(action.channel)) return [...whoWorks(facts), ...linkProblems(action, written)];
  if (sells(action.channel))
    return unsellable === null ? [] : [at('what', 'lines', unsellable.code, unsellable.params)];
  if (!reachesOut(action.channel)) return [];
  const found: Found[] = [];
  if (!reported) found.push(at('what', 'report', 'report_no_layout'));
  if (unprintable !== null) found.push(at('what', 'layoutId', unprintable));
  if (action.channel !== 'letter') found.push(...accountProblems(account));
  if (!written.some((variant) => variant.body.trim() !== '')) found.push(at('what', 'content', 'no_content'));
  const wayless = written.find(({ body }) => body.trim() !== '' && !saysHowToStop(body));
  if (action.channel === 'sms' && campaign.purposeClass === 'marketing' && wayless)
    found.push(at('what', `text.${wayless.language}`, 'sms_no_way_out'));
  for (const { language, subject, body } of written) {
    if (action.channel === 'email' && body.trim() !== '' && subject.trim() === '')
      found.push(at('what', `subject.${language}`, 'no_subject', { language }));
  }
  return [...found, ...sizeProblems(account, written), ...linkProblems(action, written)];
};

const accountProblems = (account: LaunchFacts['account']): Found[] => {
  if (account === null) return [at('what', 'sendingAccountId', 'no_sending_account')];
  if (account.usable) return [];
  return [at('what', 'sendingAccountId', 'sending_account_unusable', { name: account.name })];
};

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

/** F36: what the account's server would refuse from everybody. */
const sizeProblems = (account: LaunchFacts['account'], written: readonly Written[]): Found[] => {
  if (account === null || account.sizeLimit === null) return [];
  const { name, sizeLimit } = account;
  const heavy = written.find(({ bytes }) => bytes > sizeLimit);
  if (!heavy) return [];
  const max = Math.floor((sizeLimit / 1024 / 1024) * 10) / 10;
  return [at('what', 'attachments', 'message_too_big_for_account', { name, size: megabytes(heavy.bytes), max })];
};

/** Q12: a code that leads nowhere, and a target that no text leads to. */
const linkProblems = ({ directLink }: LaunchFacts['action'], written: readonly Written[]): Found[] => {
  const texts = written.filter(({ body }) => body.trim() !== '');
  const without = texts.filter(({ body, besides }) => !hasDirectLinkCode(body) && !hasDirectLinkCode(besides));
  if (directLink === null)
    return without.length < texts.length ? [at('what', 'directLink', 'direct_link_without_target')] : [];
  return without.map(({ language }) =>
    at('what', `directLink.${language}`, 'direct_link_without_code', { language, code: DIRECT_LINK_CODE }),
  );
};

/** Everything that stands between a campaign and its launch, in the order of the road; empty when it can go. */
export const launchProblems = (facts: LaunchFacts): Found[] => {
  const { schedule, state } = facts.action;
  // Who did not get it at its time, or on the last date of a series, may still be sent to.
  const comes = state !== 'done';
  const late = comes && schedule.kind === 'at' && new Date(schedule.at) <= facts.now;
  const never = comes && schedule.kind === 'recurring' ? recurrenceProblem(schedule.rule, facts.now) : null;
  return [
    ...why(facts),
    ...who(facts),
    ...what(facts),
    ...(late ? [at('when', 'schedule', 'schedule_past')] : []),
    ...(never ? [at('when', `schedule.rule.${never.field}`, never.code)] : []),
  ];
};

/** What hinders a list from being made or a test from being sent: the state does not matter for those. */
export const withoutState = <P extends { field: string }>(problems: readonly P[]): P[] =>
  problems.filter(({ field }) => field !== 'state');
