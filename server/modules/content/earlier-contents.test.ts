import { expect, test } from 'vitest';
import * as api from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { furnish, signedIn, testHouse } from '../../../tests/support/house.ts';
import { sealContentVersion } from './index.ts';

const house = testHouse();

test('F34: what a message said before is kept, of drafts and of what was sent, and can be taken back', async () => {
  await furnish(house);
  const marketer = await signedIn(house, 'cyprian@nordlys.test');
  const draft = (html: string) => ({ defaultLanguage: 'en' as const, variants: { en: { subject: 'Hi', html } } });
  const written = async (id: ContentVersionId, html: string) =>
    (await marketer.call(api.updateContentVersion, { id, ...draft(html) })).body.id;
  const { id } = (await marketer.call(api.createContentVersion, draft('<p>one</p>'))).body;
  await written(id, '<p>two</p>');
  await written(id, '<p>two</p>');
  await written(id, '<p>three</p>');
  await house.app.db.transaction().execute((tx) => sealContentVersion(tx, id));
  const next = await written(id, '<p>four</p>');
  const { earlier } = (await marketer.call(api.listEarlierContents, { id: next })).body;
  const told = earlier.map(({ kind, variants }) => `${kind} ${variants.en?.html}`);
  expect(told).toEqual(['sent <p>three</p>', 'draft <p>two</p>', 'draft <p>one</p>']);
  expect(earlier[0]?.by).toMatch(/^Cyprian/);
  const { defaultLanguage, variants } = earlier[2]!;
  await marketer.call(api.updateContentVersion, { id: next, defaultLanguage, variants });
  expect((await marketer.call(api.getContentVersion, { id: next })).body.variants.en?.html).toBe('<p>one</p>');
});
