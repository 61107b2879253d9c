import type { ShownOffer } from '../../sales/index.ts';
import { dayFor, type Html, html, type PublicPage, sayFrom } from '../../tracking/index.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { soldParts } from './sold-parts.ts';

interface Setting {
  company: string;
  /** Where the form is sent. */
  address: string;
  nameMissing: boolean;
}

const say = sayFrom(OFFER_TEXTS);

const form = (offer: ShownOffer, { address, nameMissing }: Setting): Html => html`
  ${nameMissing && html`<p class="note" role="alert">${say(offer, 'nameNeeded')}</p>`}
  <form method="post" action="${address}">
    <fieldset><legend>${say(offer, 'question')}</legend>
      <p>${say(offer, 'name')}<br><input name="name" type="text" required maxlength="200" autocomplete="name" aria-label="${say(offer, 'name')}"></p>
      <p>${say(offer, 'note')}<br><input name="note" type="text" maxlength="1000" aria-label="${say(offer, 'note')}"></p>
    </fieldset>
    <div class="acts"><button class="main" name="answer" value="accepted">${say(offer, 'accept')}</button><button name="answer" value="declined">${say(offer, 'decline')}</button></div>
  </form>`;

/** The offer as its recipient reads it; looking accepts nothing, and only an open one can be answered. */
export const offerPageOf = (offer: ShownOffer, setting: Setting): PublicPage => {
  const title = say(offer, 'offer', { number: offer.number ?? '' }).trim();
  const { name, company } = offer.buyer;
  return {
    language: offer.language,
    who: setting.company,
    title,
    body: html`<h1>${title}</h1>
    <p>${offer.title}<br>${say(offer, 'to')} ${[name, company].filter(Boolean).join(', ')}<br>${say(offer, 'validUntil', { day: dayFor(offer, offer.validUntil) })}</p>
    ${offer.state !== 'open' && html`<p class="note" role="status">${say(offer, offer.state)}</p>`}
    ${soldParts(offer)}
    ${offer.number === null && html`<p class="note">${say(offer, 'test')}</p>`}
    ${offer.state === 'open' && form(offer, setting)}`,
  };
};
