import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import type { Attachment } from '../../contract/attachments.ts';
import { type Campaign, createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion, previewContent, type Variant } from '../../contract/content.ts';
import { MAX_PICTURE, type Picture } from '../../contract/media.ts';
import { distribute, getMessage } from '../../contract/runs.ts';
import { makeKey } from '../../server/modules/channels/email/dkim/make-key.ts';
import { recordOf } from '../../server/modules/channels/email/dkim/published.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { DKIM_VERIFIERS, verifyDkim } from '../support/dkim-verifiers.ts';
import { withPeers } from '../support/peers.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const house = campaignHouse();
const { ask, refused } = house;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNggAEAAAwAAfHEpCgAAAAASUVORK5CYII=',
  'base64',
);
const padded = (bytes: number) => Buffer.concat([PNG, Buffer.alloc(bytes, 7)]);
const CAR = padded(60_000);
const keys = (['rsa', 'ed25519'] as const).map((algorithm) => ({
  ...makeKey(algorithm),
  algorithm,
  domain: 'fjord.example',
  selector: algorithm,
}));
let campaign: Campaign;
let variants: Record<'en' | 'nb', Partial<Variant>>;
let token: string;

const brought = async (name: string, bytes: Buffer) =>
  (await house.marketer.upload<Picture>('/api/media', name, bytes)).body;

/** Three people, the last of whom reads Norwegian; the account signs twice. */
beforeAll(async () => {
  const { db, ids, secretBox } = house.app;
  await givenContacts(db, 3, house.given.topicId);
  await sql`update contact set language = 'nb' where last_name = '3'`.execute(db);
  const rows = keys.map(({ privateKey, ...key }) => ({
    ...key,
    id: ids.next(),
    sendingAccountId: house.given.accountId,
    privateSealed: secretBox.seal(privateKey),
    signing: true,
  }));
  await db.insertInto('dkimKey').values(rows).execute();
});

test('pictures that are kept here go with one language and are loaded in the other; those from elsewhere are told', async () => {
  const { address } = await brought('car.png', CAR);
  token = address.split('/').at(-1)!;
  const file = Buffer.from('our prices');
  const { body } = await house.marketer.upload<Attachment>('/api/attachments', 'prices.txt', file);
  const html = `<p>Dear {{ contact.first_name }}</p><img alt="Ice" src="${address}"><img src='${address}' alt="again"><a href="${address}">large</a>`;
  variants = {
    en: { subject: 'Ice', html, embedded: true, attachments: [body] },
    nb: { subject: 'Is', html },
  };
  const asked = { defaultLanguage: 'en', language: 'en' } as const;
  const preview = await ask(previewContent, { ...asked, variants });
  expect(preview.html).toContain(`src="${address}"`);
  expect(preview.along).toBeGreaterThan((CAR.length * 4) / 3);
  expect(preview.along).toBeLessThan(CAR.length * 1.4);
  expect((await ask(previewContent, { ...asked, language: 'nb', variants })).along).toBe(0);
  const far = { en: { ...variants.en, html: `${html}<img src="https://far.example/a.png" alt="far">` } };
  const { remarks } = await ask(previewContent, { ...asked, variants: far });
  expect(remarks.filter(({ code }) => code === 'content_picture_elsewhere')).toMatchObject([
    { params: { names: 'a.png' } },
  ]);
});

test('of several pictures each can be left where it is, and weighs nothing then', async () => {
  const { address } = await brought('small.png', padded(500));
  const small = address.split('/').at(-1)!;
  const html = `${variants.en.html}<img src="${address}" alt="small">`;
  const look = (notEmbedded: string[]) =>
    ask(previewContent, {
      defaultLanguage: 'en',
      language: 'en',
      variants: { en: { ...variants.en, html, notEmbedded } },
    });
  const all = await look([]);
  expect(all.pictures).toEqual([
    { token, name: 'car', size: CAR.length },
    { token: small, name: 'small', size: PNG.length + 500 },
  ]);
  const lighter = await look([token]);
  expect(lighter.pictures).toEqual(all.pictures);
  expect(lighter.along).toBeGreaterThan(0);
  expect(lighter.along).toBeLessThan(all.along - CAR.length);
  // So it goes to everybody below.
  variants.en = { ...variants.en, html, notEmbedded: [small] };
});

test('F36: pictures too heavy together are refused at their switch; what the account’s server would not take is told', async () => {
  const heavy = await Promise.all([1, 2].map((no) => brought(`${no}.png`, padded(MAX_PICTURE - 1000 + no))));
  const html = heavy.map(({ address }) => `<img src="${address}" alt="x">`).join('');
  const refusal = await refused(createContentVersion, {
    defaultLanguage: 'en',
    variants: { en: { subject: 'x', html, embedded: true } },
  });
  expect(refusal).toBe('422 variants.en.embedded embedded_too_large');
  const { id: contentVersionId } = await ask(createContentVersion, { defaultLanguage: 'en', variants });
  campaign = await ask(createCampaign, { name: 'Ice', topicId: house.given.topicId, state: 'ready' });
  const { id, updatedAt } = campaign.actions[0]!;
  await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
  const limited = async (bytes: number | null) => {
    await house.app.db.updateTable('sendingAccount').set({ sizeLimit: bytes }).execute();
    return (await ask(getCampaign, { id: campaign.id })).problems.map(({ code }) => code);
  };
  expect(await limited(CAR.length)).toEqual(['message_too_big_for_account']);
  expect(await limited(CAR.length * 2)).toEqual([]);
});

test('two parsers that are not ours find each picture once, shown by the HTML, beside the file and the plain text', async () => {
  const run = await ask(distribute, { id: campaign.actions[0]!.id });
  await house.untilFinished(run.id);
  expect(house.mail.received).toHaveLength(3);
  const id = `${token}@fjord.example`;
  for (const { to, mail, raw } of house.mail.received) {
    const parsed = await PostalMime.parse(raw);
    const embedded = to !== 'person3@example.org';
    const seen = parsed.attachments.map(({ mimeType, disposition, contentId = null, related = false }) =>
      [mimeType, disposition, contentId, related].join(' '),
    );
    expect(seen).toEqual(embedded ? [`image/png inline <${id}> true`, 'text/plain attachment  false'] : []);
    expect([parsed.html?.split(`cid:${id}`).length, parsed.text?.includes('Dear Person')]).toEqual([
      embedded ? 3 : 1,
      true,
    ]);
    const [first] = mail.attachments;
    expect(first?.content.equals(CAR) ?? false).toBe(embedded);
    expect(first?.related ?? false).toBe(embedded);
    expect(raw.includes('multipart/related')).toBe(embedded);
  }
  const shown = await Promise.all([1, 2, 3].map((no) => ask(getMessage, { id: run.id, no })));
  for (const { html } of shown)
    expect([html?.includes('cid:'), html?.includes(`src="http://fanfare.test/m/${token}"`)]).toEqual([false, true]);
  expect(shown.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['prices.txt', 'prices.txt']);
  await house.expectLedgerToHold();
});

withPeers('three verifiers that are not ours', { programs: [...DKIM_VERIFIERS, 'dkimverify'], asRoot: true }, () => {
  test('O13: accept both signatures of a message with pictures', async () => {
    const records = Object.fromEntries(keys.map((key) => [recordOf(key).name, recordOf(key).value]));
    const { folder, remove } = await temporaryFolder();
    const messages = house.mail.received.map(({ raw }) => raw);
    const said = await verifyDkim(folder, messages, records, keys.length);
    await remove();
    expect(said.filter((line) => !line.endsWith(' True'))).toEqual([]);
    expect(said).toHaveLength(3 * messages.length);
  });
});
