import type { Language } from '../../../contract/messages/index.ts';
import type { LeaveChoice } from '../consent/index.ts';
import type { TrackedLine } from './line-lookup.ts';
import { masked } from './model/masked.ts';
import { PAGE_TEXTS, type PageText } from './page-texts.ts';
import { type Html, html, type PublicPage } from './public-page.ts';
import { filled } from './public-words.ts';

export interface PageSetting {
  language: Language;
  company: string;
}

const wordsOf = (setting: PageSetting, line: TrackedLine | null) => {
  const texts = PAGE_TEXTS[setting.language];
  const values: Record<string, string> = {
    by: line?.channel === 'sms' ? texts.sms : texts.email,
    address: masked(line?.address ?? ''),
    topic: line?.topicName ?? '',
    company: setting.company,
  };
  return (text: PageText): string => filled(texts[text], values);
};
type Words = ReturnType<typeof wordsOf>;

const page = (setting: PageSetting, title: string, body: Html): PublicPage => ({
  language: setting.language,
  who: setting.company,
  title,
  body: html`<h1>${title}</h1>${body}`,
});

const option = (choice: LeaveChoice, chosen: boolean, name: string, hint: string): Html =>
  html`<label><input type="radio" name="choice" value="${choice}" required${chosen && html` checked`}><span><b>${name}</b><span>${hint}</span></span></label>`;

const undoForm = (words: Words): Html =>
  html`<form method="post"><div class="acts"><button name="act" value="undo">${words('undo')}</button></div></form>`;

const WIDER: readonly LeaveChoice[] = ['campaign', 'topic', 'everything'];

/** What is wider than what has been left; the first is chosen, so at first it is this campaign. */
const offered = (line: TrackedLine, left: LeaveChoice | null): LeaveChoice[] =>
  WIDER.slice(left === null ? 0 : WIDER.indexOf(left) + 1).filter(
    (choice) => choice !== 'topic' || line.topicId !== null,
  );

const choices = (line: TrackedLine, left: LeaveChoice | null, words: Words): Html => html`
  <form method="post">
    <fieldset><legend>${words('whatToLeave')}</legend>
      ${offered(line, left).map((choice, at) => option(choice, at === 0, words(choice), words(`${choice}Hint`)))}
    </fieldset>
    <div class="acts"><button class="main" name="act" value="leave">${words('doLeave')}</button>${left === null && html`<button name="act" value="keep" formnovalidate>${words('keep')}</button>`}</div>
  </form>`;

const ALREADY = { campaign: 'alreadyCampaign', topic: 'alreadyTopic', everything: 'alreadyEverything' } as const;
const LEFT = { campaign: 'leftCampaign', topic: 'leftTopic', everything: 'leftEverything' } as const;

const untrackForm = (words: Words): Html => html`
  <form method="post"><p>${words('tracked')}</p><div class="acts"><button name="act" value="untrack">${words('untrack')}</button></div></form>`;

export interface Standing {
  left: LeaveChoice | null;
  /** His opens and clicks are noticed: that too can be ended here. */
  tracked: boolean;
}

/** What can be left, this campaign first (O05), and what has been left before. `unclear` when a form came back without a choice. */
export const choicePage = (setting: PageSetting, line: TrackedLine, { left, tracked }: Standing, unclear: boolean) => {
  const words = wordsOf(setting, line);
  return page(
    setting,
    words('leave'),
    html`<p>${words('writtenTo')}</p>
    ${unclear && html`<p class="note" role="alert">${words('choose')}</p>`}
    ${left !== null && html`<p class="note">${words(ALREADY[left])}</p>${undoForm(words)}`}
    ${left !== 'everything' && choices(line, left, words)}
    ${tracked && untrackForm(words)}`,
  );
};

export const leftPage = (setting: PageSetting, line: TrackedLine, choice: LeaveChoice) => {
  const words = wordsOf(setting, line);
  const more = html`<p><a href="">${words('changeChoice')}</a></p>`;
  return page(
    setting,
    words('left'),
    html`<p>${words(LEFT[choice])}</p><p>${words('underWay')}</p>${undoForm(words)}${choice !== 'everything' && more}`,
  );
};

const notice = (title: PageText, text: PageText) => (setting: PageSetting, line: TrackedLine | null) => {
  const words = wordsOf(setting, line);
  return page(setting, words(title), html`<p>${words(text)}</p>`);
};

export const keptPage = notice('kept', 'keptText');
export const untrackedPage = notice('untracked', 'untrackedText');
export const backPage = notice('back', 'backText');
export const stillOutPage = notice('stillOut', 'stillOutText');
export const testPage = notice('test', 'testText');
export const gonePage = notice('gone', 'goneText');
