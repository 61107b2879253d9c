import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { type Attachment, attachmentAddress, MAX_ATTACHED } from '../../contract/attachments.ts';
import { type Campaign, createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContentVersion, updateContentVersion } from '../../contract/content.ts';
import type { ContentVersionId } from '../../contract/ids.ts';
import { distribute, getMessage } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { everyone, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, refused } = house;
const PRICES = Buffer.from(`%PDF-1.7 ${'.\r\n..dots\n'.repeat(9_000)}`, 'latin1');
const HOURS = Buffer.from('Åpent 9–17\n');
let campaign: Campaign;
let contentVersionId: ContentVersionId;
let prices: Attachment;
let hours: Attachment;

const brought = (name: string, bytes: Buffer) => house.marketer.upload<Attachment>('/api/attachments', name, bytes);
const codeOf = async (name: string, bytes: Buffer) => {
  const { status, body } = await brought(name, bytes);
  return `${status} ${body.errors[0]?.field} ${body.code}`;
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const texts = (attachments: Attachment[]) => ({
  defaultLanguage: 'en' as const,
  variants: { en: { subject: 'Our prices', html: '<p>Dear {{ contact.first_name }}</p>', attachments } },
});

beforeAll(async () => {
  await givenContacts(house.app.db, 3, house.given.topicId);
});

test('A22: a file that no mail server lets through, an empty one and a heavy one are refused with the remedy', async () => {
  expect(await codeOf('setup.EXE', Buffer.from('MZ'))).toBe('422 file attachment_kind');
  expect(await codeOf('empty.pdf', Buffer.alloc(0))).toBe('422 file attachment_empty');
  expect(await codeOf('film.mp4', Buffer.alloc(MAX_ATTACHED + 1))).toBe('422 file attachments_too_large');
});

test('Q16: files are brought and kept with the text, as they are here and not as somebody says', async () => {
  prices = (await brought('C:\\fakepath\\våre priser.pdf', PRICES)).body;
  hours = (await brought('hours.txt', HOURS)).body;
  expect(prices).toMatchObject({ name: 'våre priser.pdf', type: 'application/pdf', size: PRICES.length });
  expect((await brought('våre priser.pdf', PRICES)).body.id).toBe(prices.id);
  const lies = { ...prices, name: 'x\r\nBcc: a@b.example', size: 1 };
  const version = await ask(createContentVersion, texts([lies, hours]));
  expect(version.variants.en?.attachments).toEqual([prices, hours]);
  contentVersionId = version.id;
  const half = (await brought('half.zip', Buffer.alloc(MAX_ATTACHED / 2 + 1, 1))).body;
  const other = (await brought('other.zip', Buffer.alloc(MAX_ATTACHED / 2 + 1, 2))).body;
  expect(await refused(createContentVersion, texts([half, other]))).toBe(
    '422 variants.en.attachments attachments_too_large',
  );
  const gone = { ...half, id: contentVersionId as unknown as Attachment['id'] };
  expect(await refused(createContentVersion, texts([gone]))).toBe('422 variants.en.attachments attachment_gone');
});

test('F36: what the account’s server would refuse from everybody is told before it starts', async () => {
  campaign = await ask(createCampaign, { name: 'Prices', topicId: house.given.topicId, state: 'ready' });
  const { id, updatedAt } = campaign.actions[0]!;
  await ask(updateAction, { id, updatedAt, audience: everyone, contentVersionId });
  const limited = async (bytes: number | null) => {
    await house.app.db.updateTable('sendingAccount').set({ sizeLimit: bytes }).execute();
    return (await ask(getCampaign, { id: campaign.id })).problems.map(({ field, code }) => `${field} ${code}`);
  };
  expect(await limited(100_000)).toEqual(['attachments message_too_big_for_account']);
  expect(await limited(200_000)).toEqual([]);
});

test('Q16, O40: everybody gets the same bytes, frozen with the run, and the message shows them later', async () => {
  const run = await ask(distribute, { id: campaign.actions[0]!.id });
  await ask(updateContentVersion, { id: contentVersionId, ...texts([]) });
  await house.untilFinished(run.id);
  expect(house.mail.received).toHaveLength(3);
  for (const { raw } of house.mail.received) {
    const { attachments, html, text } = await PostalMime.parse(raw);
    expect(attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
      ['våre priser.pdf', 'application/pdf', 'attachment'],
      ['hours.txt', 'text/plain', 'attachment'],
    ]);
    const [first, second] = attachments.map(({ content }) => sha256(new Uint8Array(content as ArrayBuffer)));
    expect([first, second]).toEqual([sha256(PRICES), sha256(HOURS)]);
    expect([html, text].map((part) => part?.includes('Dear Person'))).toEqual([true, true]);
  }
  const { files } = await ask(getMessage, { id: run.id, no: 1 });
  expect(files).toEqual([
    { name: prices.name, size: PRICES.length, address: attachmentAddress(prices.id) },
    { name: hours.name, size: HOURS.length, address: attachmentAddress(hours.id) },
  ]);
  expect(sha256(await house.marketer.download(files[0]!.address))).toBe(sha256(PRICES));
  await house.expectLedgerToHold();
});
