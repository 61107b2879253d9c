import { expect, test } from 'vitest';
import { createArticle, getArticle } from '../../contract/articles.ts';
import { createContentVersion, previewContent } from '../../contract/content.ts';
import { archivePicture, listPictures, MAX_PICTURE, type Picture, renamePicture } from '../../contract/media.ts';
import { campaignHouse } from '../support/campaign-house.ts';

const house = campaignHouse();
const { ask } = house;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNggAEAAAwAAfHEpCgAAAAASUVORK5CYII=',
  'base64',
);

const brought = (fileName: string, bytes: Buffer) => house.marketer.upload<Picture>('/api/media', fileName, bytes);
const codeOf = async (fileName: string, bytes: Buffer) => {
  const { status, body } = await brought(fileName, bytes);
  return `${status} ${body.errors[0]?.field} ${body.code}`;
};
const load = (address: string) => house.server.inject({ method: 'GET', url: new URL(address).pathname });

let picture: Picture;

test('Q18: a picture is brought, named and found; the same bytes are kept once', async () => {
  const { status, body } = await brought('winter_tyres-2.png', PNG);
  picture = body;
  expect([status, picture.name, picture.type, picture.width, picture.height]).toEqual([
    200,
    'winter tyres 2',
    'image/png',
    2,
    3,
  ]);
  expect((await brought('copy.png', PNG)).body).toMatchObject({ id: picture.id });
  await ask(renamePicture, { id: picture.id, name: 'A car on ice' });
  expect((await ask(listPictures, { search: 'ice' })).rows).toMatchObject([{ id: picture.id, name: 'A car on ice' }]);
});

test('A22: what is no picture by its bytes, or too large by them, is refused with the remedy', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(await codeOf('drawing.svg', svg)).toBe('422 file picture_kind');
  expect(await codeOf('page.png', Buffer.from('<html>'))).toBe('422 file picture_kind');
  expect(await codeOf('huge.png', Buffer.concat([PNG, Buffer.alloc(MAX_PICTURE)]))).toBe('422 file picture_too_large');
});

test('A22: anybody may load it, as a picture and nothing else, in any mail program', async () => {
  const answer = await load(picture.address);
  expect(answer.rawPayload).toEqual(PNG);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await load('http://x/m/..%2f..%2fetc%2fpasswd')).statusCode).toBe(404);
  expect((await load('http://x/m/AAAAAAAAAAAAAAAAAAAAAA.png')).statusCode).toBe(404);
});

test('Q18: an article shows it, and a message the article; put away, it is offered no more and still shown', async () => {
  const { address, name, width, height } = picture;
  const shown = { address, name, width, height };
  const { id, no } = await ask(createArticle, { title: 'Ice', language: 'en', body: '<p>x</p>', picture: shown });
  expect((await ask(getArticle, { id })).picture).toEqual(shown);
  const content = { defaultLanguage: 'en' as const, variants: { en: { subject: 'x', html: `{% article ${no} %}` } } };
  await ask(createContentVersion, content);
  const { html } = await ask(previewContent, { ...content, language: 'en' });
  expect(html).toContain(`<img src="${address}" alt="winter tyres 2" width="2"`);
  await ask(archivePicture, { id: picture.id });
  expect((await ask(listPictures, {})).total).toBe(0);
  expect((await load(address)).statusCode).toBe(200);
});
