import { type Language, LOCALES } from '../../../../contract/messages/languages.ts';
import type { ShownGroup, ShownProduct } from '../../catalogue/index.ts';
import type { ShownArticle } from '../../content/index.ts';
import type { OwnData } from '../../crm/index.ts';
import type { OwnDocument } from '../../sales/index.ts';
import { dayFor, type Html, html, moneyFor, type PublicPage, sayFrom } from '../../tracking/index.ts';
import { DIRECT_LINK_TEXTS } from './direct-link-texts.ts';
import { ownDocuments } from './own-documents.ts';

export interface DirectLinkSetting {
  language: Language;
  company: string;
  currency: string;
  /** Of this person, below which the other pages are. */
  address: string;
  /** Where he chooses what he hears from us. */
  preferences: string;
}

const say = sayFrom(DIRECT_LINK_TEXTS);

const page = (setting: DirectLinkSetting, title: string, body: Html): PublicPage => ({
  language: setting.language,
  who: setting.company,
  title,
  body: html`<h1>${title}</h1>${body}`,
});

const fact = (name: string, value: string | null): Html | false =>
  value !== null && value !== '' && html`<dt>${name}</dt><dd>${value}</dd>`;

const countryIn = (setting: DirectLinkSetting, country: string | null): string =>
  country === null ? '' : (new Intl.DisplayNames(LOCALES[setting.language], { type: 'region' }).of(country) ?? country);

const asset = (setting: DirectLinkSetting, one: OwnData['assets'][number]): Html => {
  const known = [
    one.type,
    one.identifier === null ? '' : `${one.identifierLabel} ${one.identifier}`.trim(),
    one.acquiredOn === null ? '' : say(setting, 'since', { date: dayFor(setting, one.acquiredOn) }),
  ].filter(Boolean);
  return html`<li><b>${one.name}</b><br>${known.join(' · ')}</li>`;
};

/** The person's own data, and the way to what he wants to hear. */
export const myPage = (setting: DirectLinkSetting, data: OwnData, documents: readonly OwnDocument[]): PublicPage => {
  const place = [data.postalCode, data.city].filter(Boolean).join(' ');
  const address = [data.street, place, countryIn(setting, data.country)].filter(Boolean).join(', ');
  return page(
    setting,
    say(setting, 'myPage'),
    html`<p>${say(setting, 'hello')}</p>
    <dl>${fact(say(setting, 'name'), data.name)}${fact(say(setting, 'company'), data.company)}${fact(say(setting, 'email'), data.email)}${fact(say(setting, 'phone'), data.phone)}${fact(say(setting, 'address'), address)}</dl>
    ${data.assets.length > 0 && html`<h2>${say(setting, 'assets')}</h2><ul>${data.assets.map((one) => asset(setting, one))}</ul>`}
    ${ownDocuments(setting, documents)}
    <p class="soft">${say(setting, 'wrong')}</p>
    <p><a href="${setting.preferences}">${say(setting, 'preferences')}</a></p>`,
  );
};

const priceOf = (setting: DirectLinkSetting, { amount, unit }: ShownProduct): string =>
  amount === null ? say(setting, 'onRequest') : say(setting, 'price', { amount: moneyFor(setting, amount), unit });

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`);

export const productPage = (setting: DirectLinkSetting, product: ShownProduct): PublicPage =>
  page(
    setting,
    product.name,
    html`${product.group !== null && html`<p class="soft">${product.group}</p>`}${paragraphs(product.description)}
    <p><b>${priceOf(setting, product)}</b></p>`,
  );

export const groupPage = (
  setting: DirectLinkSetting,
  { name, products }: ShownGroup & { products: ShownProduct[] },
): PublicPage => {
  const list = products.map(
    (product) =>
      html`<li><a href="${setting.address}/product/${product.id}">${product.name}</a><br>${priceOf(setting, product)}</li>`,
  );
  const none = html`<p>${say(setting, 'noProducts')}</p>`;
  return page(setting, name, products.length > 0 ? html`<ul>${list}</ul>` : none);
};

export const frontPage = (setting: DirectLinkSetting, groups: readonly ShownGroup[]): PublicPage => {
  const list = groups.map(
    ({ id, name }) => html`<li><a href="${setting.address}/product_group/${id}">${name}</a></li>`,
  );
  return page(
    setting,
    say(setting, 'front', { company: setting.company }),
    html`${groups.length > 0 && html`<h2>${say(setting, 'products')}</h2><ul>${list}</ul>`}
    <p><a href="${setting.address}/my_page">${say(setting, 'toMyPage')}</a></p>`,
  );
};

export const articlePage = (setting: DirectLinkSetting, { title, body, picture, goesOn }: ShownArticle): PublicPage =>
  page(
    setting,
    title,
    html`${picture !== null && html`<img src="${picture.address}" alt="${picture.name}" width="${String(picture.width)}" height="${String(picture.height)}">`}
    <div class="written">${{ markup: body }}</div>
    ${goesOn !== null && html`<p><a href="${goesOn.url}">${goesOn.label}</a></p>`}`,
  );

/** The link is right; the product, the article or the person is not there any more. */
export const nothingThere = (setting: DirectLinkSetting): PublicPage =>
  page(setting, setting.company, html`<p class="note">${say(setting, 'gone')}</p>`);
