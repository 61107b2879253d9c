import type { Language } from '../../../../contract/messages/languages.ts';
import type { OwnDocument } from '../../sales/index.ts';
import { dayFor, type Html, html, moneyFor, sayFrom } from '../../tracking/index.ts';
import { DIRECT_LINK_TEXTS } from './direct-link-texts.ts';

interface Reader {
  language: Language;
}

const say = sayFrom(DIRECT_LINK_TEXTS);

/** What is still to be done about it, or what became of it. */
const standing = (reader: Reader, { kind, state, until }: OwnDocument): string => {
  if (kind === 'credit_note') return '';
  const open = kind === 'offer' ? 'validUntil' : 'toPayBy';
  return say(reader, state === 'open' ? open : state, { day: dayFor(reader, until) });
};

const entry = (reader: Reader, document: OwnDocument): Html => {
  const { kind, number, title, currency, grossMinor, issuedOn, path } = document;
  const known = [
    dayFor(reader, issuedOn),
    moneyFor({ ...reader, currency }, grossMinor),
    standing(reader, document),
  ].filter(Boolean);
  return html`<li><a href="${path}">${say(reader, kind, { number })}</a>: ${title}<br>${known.join(' · ')}
    ${kind !== 'offer' && html`<br><a href="${path}/pdf" aria-label="${`${say(reader, kind, { number })}, PDF`}">PDF</a>`}</li>`;
};

/** The person's own invoices and offers; nothing where there are none. */
export const ownDocuments = (reader: Reader, documents: readonly OwnDocument[]): Html => {
  const part = (title: 'yourInvoices' | 'yourOffers', of: readonly OwnDocument[]) =>
    of.length > 0 && html`<h2>${say(reader, title)}</h2><ul>${of.map((one) => entry(reader, one))}</ul>`;
  const isOffer = ({ kind }: OwnDocument) => kind === 'offer';
  return html`${part(
    'yourInvoices',
    documents.filter((one) => !isOffer(one)),
  )}${part('yourOffers', documents.filter(isOffer))}`;
};
