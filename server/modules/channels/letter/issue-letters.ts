import { sql } from 'kysely';
import type { ActionId, ContentVersionId, RunId } from '../../../../contract/ids.ts';
import { letterCost } from '../../../../contract/letter-cost.ts';
import type { LetterPlan } from '../../../../contract/letters.ts';
import { json } from '../../../platform/database/json.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Invalid } from '../../../platform/errors.ts';
import { nameOfUser } from '../../access/index.ts';
import { loadWritten, recipientFields } from '../../content/index.ts';
import { findAssetsOf } from '../../crm/index.ts';
import { loadLayout, type Press, returnCode } from '../../layouts/index.ts';
import type { IssuedRun } from '../channel.ts';
import { gatherRecipients, type Recipient } from './gather-recipients.ts';
import { LetterWriter } from './letter-writer.ts';
import { type House, loadHouse } from './load-house.ts';
import { addressLines, inPostalOrder } from './model/postal-address.ts';
import { findLetterPlan } from './plan.store.ts';
import { type LetterToPrint, sealBatch, type Weighed } from './seal-batch.ts';

export interface LetterNeeds {
  press: Press;
  /** Where a line's personal link leads, short enough to be typed. */
  directLinkOf(runId: RunId, no: number): string;
}

/** All letters of a run, merged, set and sealed in one batch, or none. A proof is a batch of one that counts nowhere. */
export const issueLetters = async ({ press, directLinkOf }: LetterNeeds, tx: Tx, run: IssuedRun): Promise<void> => {
  const plan = await findLetterPlan(tx, run.actionId as ActionId);
  if (plan.layoutId === null) throw new Invalid('layoutId', 'letter_no_layout');
  const house = await loadHouse(tx);
  const { design } = await loadLayout(tx, plan.layoutId);
  const writer = await writerOf(tx, run, plan, house);
  const recipients = inPostalOrder(await gatherRecipients(tx, run.lines, writer.fields), house.country);
  if (recipients.length === 0) return;
  const from = (await nameOfUser(tx, run.ownerId)) ?? '';
  const linkOf = (no: number) => directLinkOf(run.runId, no);
  const letters = await writeAll(tx, { writer, recipients, house, from, linkOf });
  const terms = {
    ...run,
    name: run.campaignName,
    proof: run.test,
    reprintOf: null,
    design,
    enclosures: plan.enclosures.map(({ name }) => name),
    at: run.now,
    by: run.startedBy,
  };
  const { id, weighed } = await sealBatch(tx, press, terms, letters, (pages) => ({
    pages,
    ...letterCost(plan, pages),
  }));
  await storeLetters(tx, { batchId: id, runId: run.runId, recipients, letters, weighed });
};

const writerOf = async (tx: Tx, run: IssuedRun, plan: LetterPlan, { timeZone }: House): Promise<LetterWriter> => {
  const { design } = await loadLayout(tx, plan.layoutId ?? '');
  return new LetterWriter({
    design,
    content: await loadWritten(tx, run.contentVersionId as ContentVersionId),
    fields: await recipientFields(tx),
    enclosures: plan.enclosures.map(({ name }) => name),
    campaignName: run.campaignName,
    on: run.now,
    timeZone,
  });
};

interface Writing {
  writer: LetterWriter;
  recipients: readonly Recipient[];
  house: House;
  /** Where a line has no sender of its own. */
  from: string;
  linkOf(no: number): string;
}

const writeAll = async (tx: Tx, { writer, recipients, house, from, linkOf }: Writing): Promise<LetterToPrint[]> => {
  const { rows } = await sql<{ number: string }>`
    select nextval('letter_number') as number from generate_series(1, ${recipients.length}::int)`.execute(tx);
  const assets = await findAssetsOf(
    tx,
    recipients.map(({ party }) => party),
  );
  return recipients.map(({ no, address, language, values, senderName }, at) => {
    const code = returnCode(BigInt(rows[at]?.number ?? 0));
    const lines = addressLines(address, house.country, house.language);
    const own = { code, assets: assets[at] ?? [], directLink: linkOf(no) };
    const document = writer.write({ language, address: lines, values, senderName: senderName ?? from, ...own });
    return { code, address, document };
  });
};

interface Sealed {
  batchId: string;
  runId: string;
  recipients: readonly Recipient[];
  letters: readonly LetterToPrint[];
  weighed: readonly Weighed[];
}

const storeLetters = async (tx: Tx, { batchId, runId, recipients, letters, weighed }: Sealed): Promise<void> => {
  const rows = letters.map(({ code, address, document }, at) => ({
    no: recipients[at]?.no,
    code,
    place: at + 1,
    recipient: address.name,
    document: { ...document, place: address },
    ...weighed[at],
  }));
  await sql`
    insert into letter (run_id, no, batch_id, code, place, pages, grams, cost_minor, recipient, document)
    select ${runId}, no, ${batchId}, code, place, pages, grams, "costMinor", recipient, document
    from jsonb_to_recordset(${json(rows)})
      as written (no int, code text, place int, pages int, grams int, "costMinor" bigint, recipient text, document jsonb)`.execute(
    tx,
  );
};
