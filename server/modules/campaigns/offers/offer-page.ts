import { LOCALES } from '../../../../contract/messages/languages.ts';
import type { VatPart } from '../../../../contract/offers.ts';
import type { SalesLine } from '../../../../contract/sales.ts';
import type { ShownOffer } from '../../sales/index.ts';
import { dayFor, type Html, html, moneyFor, type PublicPage, sayFrom } from '../../tracking/index.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

interface Setting {
  company: string;
  /** Where the form is sent. */
  address: string;
  nameMissing: boolean;
}

const say = sayFrom(OFFER_TEXTS);

const lineOf = (offer: ShownOffer, { name, quantity, unit, priceMinor, amountMinor }: SalesLine): Html => {
  const many = new Intl.NumberFormat(LOCALES[offer.language], { maximumFractionDigits: 3 }).format(quantity / 1000);
  return html`<p><b>${name}</b><br>${many} ${unit} × ${moneyFor(offer, priceMinor)} = ${moneyFor(offer, amountMinor)}</p>`;
};

const vatOf = (offer: ShownOffer, { rate, vatMinor }: VatPart): Html => {
  const percent = new Intl.NumberFormat(LOCALES[offer.language], { style: 'percent', maximumFractionDigits: 2 }).format(
    rate / 10_000,
  );
  return html`<br>${say(offer, 'vat', { rate: percent })}: ${moneyFor(offer, vatMinor)}`;
};

const sums = (offer: ShownOffer): Html =>
  html`<p>${say(offer, 'net')}: ${moneyFor(offer, offer.netMinor)}${offer.vat
    .filter(({ vatMinor }) => vatMinor > 0)
    .map((part) => vatOf(offer, part))}<br><b>${say(offer, 'gross')}: ${moneyFor(offer, offer.grossMinor)}</b></p>
  ${offer.vatTreatment !== 'domestic' && html`<p>${say(offer, offer.vatTreatment)}</p>`}`;

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
    ${offer.lines.map((line) => lineOf(offer, line))}
    ${sums(offer)}
    ${offer.terms !== '' && html`<p><b>${say(offer, 'terms')}</b><br>${offer.terms}</p>`}
    ${offer.number === null && html`<p class="note">${say(offer, 'test')}</p>`}
    ${offer.state === 'open' && form(offer, setting)}`,
  };
};
