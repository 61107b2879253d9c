import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LayoutDesign } from '../../../../contract/layouts.ts';
import { LANGUAGES } from '../../../../contract/messages/index.ts';
import { LOCALES } from '../../../../contract/messages/languages.ts';
import { json } from '../../../platform/database/json.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import {
  imagesOf,
  type Letterhead,
  letterheadOf,
  type Press,
  type PrintedDocument,
  spacedCode,
} from '../../layouts/index.ts';
import { loadHouse } from './load-house.ts';
import { coverSheet } from './model/cover-sheet.ts';
import { type PostalAddress, trayOf } from './model/postal-address.ts';

export interface BatchTerms {
  name: string;
  campaignId: string;
  campaignName: string;
  actionId: string;
  runId: string;
  proof: boolean;
  reprintOf: { id: string; name: string } | null;
  design: LayoutDesign;
  enclosures: readonly string[];
  currency: string;
  at: Date;
  by: string | null;
}

/** A letter that is ready for the press. */
export interface LetterToPrint {
  code: string;
  address: PostalAddress;
  document: PrintedDocument;
}

export interface Weighed {
  pages: number;
  grams: number;
  costMinor: number;
}

/** One letterhead for each language, and for the cover sheet, which needs no window. */
export const headsOf = (design: LayoutDesign): Letterhead[] => {
  const heads = LANGUAGES.map((language) => letterheadOf(design, language));
  return [...heads, { ...letterheadOf(design, 'en'), form: 'plain', sender: null, pages: null }];
};

/** Of a report: nobody folds it into an envelope. */
export const reportHeads = (design: LayoutDesign): Letterhead[] => headsOf({ ...design, form: 'plain', sender: '' });

const PIECE = 1024 * 1024;

/**
 * Prints letters in the order given and keeps the file with its count and checksum, in the transaction of the caller: a batch is there
 * whole or not at all. Answers its id and what each letter weighs and costs, by `weigh`.
 */
export const sealBatch = async (
  tx: Tx,
  press: Press,
  terms: BatchTerms,
  letters: readonly LetterToPrint[],
  weigh: (pages: number, letter: number) => Weighed,
): Promise<{ id: string; weighed: Weighed[] }> => {
  const { design, name } = terms;
  const job = { title: name, author: terms.campaignName, heads: headsOf(design), images: imagesOf(design) };
  const documents = letters.map(({ document }) => document);
  const printed = await press.print({ ...job, documents });
  const weighed = printed.sheets.map(([first, last], letter) => weigh(last - first + 1, letter));
  const cover = await press.print({ ...job, documents: [await coverOf(tx, terms, letters, weighed)] });
  const pdf = await press.join([cover.pdf, printed.pdf], name);
  const pages = cover.pages + printed.pages;
  const sum = (of: (one: Weighed) => number) => weighed.reduce((total, one) => total + of(one), 0);
  const { rows } = await sql<{ id: string }>`
    insert into letter_batch (id, name, campaign_id, action_id, run_id, proof, reprint_of, letters, pages, grams, cost_minor, currency, design, sha256,
      bytes, sealed_at, sealed_by)
    values (uuid_at(${terms.at}), ${name}, ${terms.campaignId}, ${terms.actionId}, ${terms.runId}, ${terms.proof}, ${terms.reprintOf?.id ?? null},
      ${letters.length}, ${pages}, ${sum(({ grams }) => grams)}, ${sum(({ costMinor }) => costMinor)}, ${terms.currency}, ${json(design)},
      ${createHash('sha256').update(pdf).digest('hex')}, ${pdf.length}, ${terms.at}, ${terms.by}::uuid)
    returning id`.execute(tx);
  const id = rows[0]?.id ?? '';
  for (let place = 0; place * PIECE < pdf.length; place += 1) {
    const bytes = pdf.subarray(place * PIECE, (place + 1) * PIECE);
    await sql`insert into letter_batch_piece (batch_id, place, bytes) values (${id}, ${place}, ${bytes})`.execute(tx);
  }
  return { id, weighed };
};

const coverOf = async (
  tx: Tx,
  { name, campaignName, reprintOf, enclosures, at }: BatchTerms,
  letters: readonly LetterToPrint[],
  weighed: readonly Weighed[],
): Promise<PrintedDocument> => {
  const { language, timeZone, country } = await loadHouse(tx);
  const trays = new Map<string, number>();
  for (const { address } of letters) {
    const tray = trayOf(address, country);
    trays.set(tray, (trays.get(tray) ?? 0) + 1);
  }
  const codes = letters.map(({ code }) => code).sort();
  return coverSheet({
    language,
    name,
    campaignName,
    reprintOf: reprintOf?.name ?? null,
    sealedAt: new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
      at,
    ),
    letters: letters.length,
    pages: weighed.reduce((sum, { pages }) => sum + pages, 0),
    grams: weighed.reduce((sum, { grams }) => sum + grams, 0),
    enclosures,
    trays: [...trays].map(([name, letters]) => ({ name, letters })),
    codes: { first: spacedCode(codes[0] ?? ''), last: spacedCode(codes.at(-1) ?? '') },
  });
};
