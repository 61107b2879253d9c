import { expect, test } from 'vitest';
import type { ImportId, ImportProfileId } from '../../../../contract/ids.ts';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { SYSTEM } from '../../access/index.ts';
import { deleteImportProfile, listImportProfiles, saveImportProfile, useImportProfile } from './import-profiles.ts';
import { getImport } from './imports.ts';

const { needs, joined, upload, bringIn, report } = importRoom();
const FILE = 'Col A;Col B;Notes\nkari@profile.no;Kari Profil;x\n';
const show = (id: ImportId) => getImport(needs, SYSTEM, { id });

test('a mapping kept by name is taken for the next file with the same columns, in whatever order', async () => {
  const plan = {
    mapping: ['contact.email', 'contact.full_name', null],
    options: { onMatch: 'overwrite', tags: ['fair'] },
  };
  const first = await upload(FILE, plan);
  const kept = await saveImportProfile(needs, SYSTEM, { id: first, name: 'Fair list' });
  expect(kept.profile?.name).toBe('Fair list');
  const next = await show(await upload('Notes;COL B;col a\n;Ola Profil;ola@profile.no\n'));
  expect(next).toMatchObject({
    profile: { name: 'Fair list' },
    mapping: [null, 'contact.full_name', 'contact.email'],
    options: { onMatch: 'overwrite', tags: ['fair'], consent: null },
  });
  const other = await show(await upload('Col A;Col B;Notes;More\nx@profile.no;;;\n'));
  expect(other.profile).toBe(null);
  const taken = await useImportProfile(needs, SYSTEM, { id: other.id as ImportId, profileId: kept.profile!.id });
  expect(taken.mapping).toEqual(['contact.email', 'contact.full_name', null, null]);
});

test('a profile of the same name gives way; a forgotten one is offered no more', async () => {
  const id = await upload('X;Y\na@b.no;c\n', { mapping: ['contact.email', null] });
  await saveImportProfile(needs, SYSTEM, { id, name: 'Twice' });
  await saveImportProfile(needs, SYSTEM, { id, name: 'TWICE' });
  const { profiles } = await listImportProfiles(needs, SYSTEM, { entity: 'contact' });
  const twice = profiles.filter(({ name }) => name.toLowerCase() === 'twice');
  expect(twice).toMatchObject([{ name: 'TWICE', columns: 2 }]);
  await deleteImportProfile(needs, SYSTEM, { profileId: twice[0]?.id as ImportProfileId });
  expect((await show(await upload('X;Y\na@b.no;c\n'))).profile).toBe(null);
});

test('O37: a ready list of recipients joins an audience, each address once; unknown people are made, or refused by choice', async () => {
  await bringIn('Navn;E-post\nKari Liste;kari@list.no\n');
  const list = 'Navn;E-post\nKari;KARI@list.no\nKari;kari@LIST.no\nNy Liste;ny@list.no\n;nobody\n';
  const audience = { actionId: '018f0000-0000-7000-8000-0000000000cc', unknown: 'refuse' };
  const refusing = await bringIn(list, { options: { audience } });
  expect(sumsOf(refusing)).toEqual({ ...NOTHING, rows: 4, unchanged: 1, skipped: 1, refused: 2 });
  expect((await report(refusing.id)).filter(([, verdict]) => verdict === 'refused')).toEqual([
    [4, 'refused', 'unknown_recipient', null, 'ny@list.no', null],
    [5, 'refused', 'invalid_email', 'E-post', 'nobody', null],
  ]);
  expect(joined.flatMap(({ parties }) => parties)).toHaveLength(1);
  joined.length = 0;
  const making = await bringIn(list, { options: { audience: { ...audience, unknown: 'create' } } });
  expect(sumsOf(making)).toEqual({ ...NOTHING, rows: 4, created: 1, unchanged: 1, skipped: 1, refused: 1 });
  expect(joined.map(({ actionId, parties }) => [actionId, parties.map(({ kind }) => kind)])).toEqual([
    [audience.actionId, ['contact', 'contact']],
  ]);
  expect(making.options.audience).toMatchObject({ campaignName: 'Spring' });
});
