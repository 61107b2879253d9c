import { type Language, LOCALES } from '../../../contract/messages/languages.ts';
import { ANSWERS, type Answer } from '../../../contract/occasion.ts';
import { type Html, html, type PublicPage, sayFrom } from '../tracking/index.ts';
import { ANSWER_TEXTS } from './answer-texts.ts';
import type { AnswerVerdict } from './model/places.ts';
import type { StoredAnswer, StoredOccasion } from './occasion.store.ts';

export interface AnswerSetting {
  language: Language;
  company: string;
  timeZone: string;
  /** What is asked where nobody said what people are invited to. */
  campaignName: string;
  occasion: StoredOccasion | null;
  /** Where the form and the calendar file are. */
  address: string;
}

const say = sayFrom(ANSWER_TEXTS);

const page = (setting: AnswerSetting, body: Html): PublicPage => ({
  language: setting.language,
  who: setting.company,
  title: setting.occasion?.title ?? setting.campaignName,
  body: html`<h1>${setting.occasion?.title ?? setting.campaignName}</h1>${body}`,
});

const whenOf = ({ language, timeZone }: AnswerSetting, { startsAt, endsAt }: StoredOccasion): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeStyle: 'short', timeZone }).formatRange(
    startsAt,
    endsAt,
  );

const facts = (setting: AnswerSetting): Html | null => {
  const { occasion } = setting;
  if (occasion === null) return null;
  return html`<p>${whenOf(setting, occasion)}${occasion.place !== '' && html`<br>${occasion.place}`}</p>`;
};

const choice = (setting: AnswerSetting, answer: Answer, chosen: Answer | null): Html =>
  html`<label><input type="radio" name="answer" value="${answer}" required${answer === chosen && html` checked`}><span><b>${say(setting, answer)}</b></span></label>`;

/** Looking answers nothing; what the link in the message said is only chosen beforehand. */
export const askPage = (
  setting: AnswerSetting,
  { before, chosen, missing }: { before: StoredAnswer | null; chosen: Answer | null; missing: boolean },
): PublicPage =>
  page(
    setting,
    html`${facts(setting)}
    ${before !== null && html`<p class="note">${say(setting, 'answeredBefore', { answer: say(setting, before.answer) })}</p>`}
    ${missing && html`<p class="note" role="alert">${say(setting, 'choose')}</p>`}
    <form method="post" action="${setting.address}">
      <fieldset><legend>${say(setting, 'question')}</legend>${ANSWERS.map((answer) => choice(setting, answer, chosen ?? before?.answer ?? null))}</fieldset>
      <div class="acts"><button class="main">${say(setting, 'send')}</button></div>
    </form>`,
  );

const thanks = (setting: AnswerSetting, answer: Answer, verdict: AnswerVerdict): string => {
  if ('refused' in verdict) return say(setting, verdict.refused);
  if (answer !== 'yes') return say(setting, answer === 'no' ? 'saidNo' : 'saidMaybe');
  if (setting.occasion === null) return say(setting, 'saidYes');
  return say(setting, verdict.standing === 'waiting' ? 'waiting' : 'placed');
};

/** What came of an answer; a yes with a place comes with the calendar file. */
export const answeredPage = (setting: AnswerSetting, answer: Answer, verdict: AnswerVerdict): PublicPage => {
  const placed = 'standing' in verdict && verdict.standing === 'placed' && setting.occasion !== null;
  return page(
    setting,
    html`<p class="note" role="status">${thanks(setting, answer, verdict)}</p>${facts(setting)}
    ${placed && html`<p><a href="${setting.address}/calendar.ics">${say(setting, 'calendar')}</a></p>`}
    <p><a href="${setting.address}">${say(setting, 'change')}</a></p>`,
  );
};

export const testAnswerPage = (setting: AnswerSetting): PublicPage =>
  page(setting, html`${facts(setting)}<p class="note">${say(setting, 'test')}</p>`);
