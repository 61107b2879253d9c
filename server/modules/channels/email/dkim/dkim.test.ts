import { beforeAll, describe, expect, test } from 'vitest';
import type { SendingAccountId } from '../../../../../contract/ids.ts';
import { fixedClock } from '../../../../../tests/support/clock.ts';
import { testDatabase } from '../../../../../tests/support/database.ts';
import { DKIM_VERIFIERS, verifyDkim } from '../../../../../tests/support/dkim-verifiers.ts';
import { withPeers } from '../../../../../tests/support/peers.ts';
import { givenHouse } from '../../../../../tests/support/ready-campaign.ts';
import { temporaryFolder } from '../../../../../tests/support/temporary-folder.ts';
import { createSecretBox } from '../../../../platform/crypto/secret-box.ts';
import { uuidIds } from '../../../../platform/ids.ts';
import type { Actor } from '../../../access/index.ts';
import { loadKeys } from './dkim-key.store.ts';
import { makeKey } from './make-key.ts';
import { getDkim, makeDkimKey, setDkimSigning } from './manage-dkim.ts';
import { relaxedFields, simpleBody } from './model/canonical.ts';
import { recordOf } from './published.ts';
import { createSigner } from './signer.ts';

const AT = new Date('2026-05-01T10:00:00Z');
const HEAD = [
  'From: =?UTF-8?B?w4ZyZQ==?= <news@fjord.example>',
  'Reply-To: kari@fjord.example',
  'To: person@example.org',
  'Subject: News  for\r\n everybody',
  'Date: Fri, 01 May 2026 10:00:00 +0000',
  'Message-ID: <1.2.abc@fjord.example>',
  'List-Unsubscribe:\r\n <https://f.example/u/token>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
];
const messageOf = (body: string, head = HEAD) => `${head.join('\r\n')}\r\n\r\n${body}`;

const BODIES: Record<string, string> = {
  ordinary: 'Hello\r\n',
  'empty lines at the end': 'Hello\r\n\r\n\r\n',
  'no body at all': '',
  'only an empty line': '\r\n',
  'blanks and tabs': 'a  b\t c \r\n \r\nd\r\n',
  'lines that begin with a dot': '.\r\n..\r\n.a\r\n',
  'quoted-printable and long': `${'=C3=A6'.repeat(12)}=\r\n`.repeat(100),
};

test('the body is taken as it is, with one line end for all empty lines at its end', () => {
  expect(simpleBody('a\r\n\r\n\r\n')).toBe('a\r\n');
  expect(simpleBody('')).toBe('\r\n');
  expect(simpleBody('a')).toBe('a\r\n');
});

test('fields are unfolded, their blanks squeezed, and From is claimed once more than it is there', () => {
  expect(relaxedFields('Subject:  a \t b\r\n c \r\nFROM : x\r\nX-Other: y\r\n')).toBe('from:x\r\nsubject:a b c\r\n');
});

withPeers('three verifiers that are not ours', { programs: [...DKIM_VERIFIERS, 'dkimverify'], asRoot: true }, () => {
  test('accept both kinds of signature, whatever stands in subject, name and body', async () => {
    const keys = (['rsa', 'ed25519'] as const).map((algorithm) => {
      const { publicKey, privateKey } = makeKey(algorithm);
      return { algorithm, domain: 'fjord.example', selector: algorithm, publicKey, privateKey };
    });
    const sign = createSigner(keys);
    const records = Object.fromEntries(keys.map((key) => [recordOf(key).name, recordOf(key).value]));
    const messages = Object.values(BODIES).map((body) => messageOf(body));
    const file = [Buffer.from('first of a file\r\n'), Buffer.from('second\r\n')];
    const lead = messageOf('Hello\r\n');
    const withFile = lead + Buffer.concat(file).toString();
    const signedInParts = sign(lead, file, new Date()) + withFile;
    const { folder, remove } = await temporaryFolder();
    const said = await verifyDkim(
      folder,
      [...messages, withFile].map((wire) => (wire === withFile ? signedInParts : sign(wire, [], new Date()) + wire)),
      records,
      keys.length,
    );
    const broken = messageOf('Hello\r\n').replace('Hello', 'Hullo');
    const forged = sign(messages[0]!, [], new Date()) + broken;
    const refused = await verifyDkim(folder, [forged], records, keys.length);
    await remove();
    expect(said.filter((line) => !line.endsWith(' True'))).toEqual([]);
    expect(said).toHaveLength(3 * (messages.length + 1));
    expect(refused.filter((line) => line.startsWith('0.eml') && line.endsWith(' True'))).toEqual([]);
  });
});

describe('the keys of an account', () => {
  const database = testDatabase();
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const published = new Map<string, string[]>();
  let actor: Actor;
  let id: SendingAccountId;
  const needs = () => ({
    db: database.db,
    ids: uuidIds,
    clock: fixedClock(AT.toISOString()),
    secretBox,
    lookUpText: async (name: string) => published.get(name) ?? [],
  });
  beforeAll(async () => {
    const house = await givenHouse(database.db);
    id = house.accountId;
    actor = { ...house.actor, role: 'admin' } as Actor;
  });

  test('O13: a key is made here, published by a person, and signs only once the DNS shows it', async () => {
    const made = await makeDkimKey(needs(), actor, { id, algorithm: 'rsa' });
    expect(made).toMatchObject({
      domain: 'fjord.example',
      keys: [{ algorithm: 'rsa', signing: false, published: 'no', fits: true }],
    });
    const [{ name, value }] = made.keys as [(typeof made.keys)[number]];
    expect(name).toMatch(/^fanfare-rsa-202605-[0-9a-f]{6}\._domainkey\.fjord\.example$/);
    const on = () => setDkimSigning(needs(), actor, { id, algorithm: 'rsa', signing: true });
    await expect(on()).rejects.toMatchObject({ problems: [{ code: 'dkim_not_published' }] });
    published.set(name, ['v=DKIM1; k=rsa; p=AAAA']);
    expect((await getDkim(needs(), actor, { id })).keys[0]?.published).toBe('another');
    published.set(name, [value.replace('p=', 'p= ')]);
    expect((await on()).keys[0]).toMatchObject({ signing: true, published: 'yes' });
  });

  test('A25: the private key is stored sealed and never shown', async () => {
    const [key] = await loadKeys(database.db, id);
    expect(key?.privateSealed).toMatch(/^v1\./);
    expect(secretBox.open(key!.privateSealed)).toContain('PRIVATE KEY');
    expect(JSON.stringify(await getDkim(needs(), actor, { id }))).not.toContain('PRIVATE');
  });

  test('a new key takes the place of the old one and signs nothing yet', async () => {
    const [before] = await loadKeys(database.db, id);
    await makeDkimKey(needs(), actor, { id, algorithm: 'rsa' });
    const [after, ...others] = await loadKeys(database.db, id);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ signing: false });
    expect(after?.selector).not.toBe(before?.selector);
  });
});
