import { sql } from 'kysely';
import type { SendingAccountId } from '../../contract/ids.ts';
import { replaceKey, setSigning } from '../../server/modules/channels/email/dkim/dkim-key.store.ts';
import { makeKey } from '../../server/modules/channels/email/dkim/make-key.ts';
import type { SecretBox } from '../../server/platform/crypto/secret-box.ts';
import { json } from '../../server/platform/database/json.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import { givenCampaign, givenContacts, givenHouse, type ReadyCampaign } from '../../tests/support/ready-campaign.ts';

const LINKS = 8;

const paragraph = (no: number) =>
  `<tr><td style="padding:12px 24px;font-family:Georgia,serif;font-size:16px;line-height:1.5;color:#1d2733"><h2 style="margin:0 0 8px">Chapter ${no}</h2>
<p style="margin:0">The boats go out at six and are back before the fog. What they bring is on the quay by nine, and whoever comes early chooses first; so it
has been since the harbour was built. This week there is more of everything, because the weather held.</p>
<p><a href="https://fjord.example/offers/${no}?from=letter&amp;week=12" style="color:#0b5c8a">Read on and choose yours</a></p></td></tr>`;

/** 10 KB of HTML with 12 merge fields, a condition, a loop and 8 tracked links; its text is derived from it. */
const LETTER = `<table role="presentation" width="600" style="border-collapse:collapse"><tr><td>
<p>Dear {{ contact.title }} {{ contact.first_name }} {{ contact.last_name }},</p>
<p>we still have you at {{ contact.street }}, {{ contact.postal_code }} {{ contact.city }} ({{ contact.phone }}).</p>
{% if company.name %}<p>{{ company.name }}, {{ company.city }}, {{ company.website }}</p>{% else %}<p>You write to us as yourself.</p>{% endif %}
<ul>{% assign interests = contact.tags | split: ", " %}{% for one in interests %}<li>{{ one }}</li>{% endfor %}</ul></td></tr>
${Array.from({ length: LINKS }, (_, no) => paragraph(no + 1)).join('\n')}
<tr><td><p>Your account manager: {{ sender.name }}</p></td></tr></table>`;

export type Sending = Awaited<ReturnType<typeof givenHouse>>;

/** So many people with everything the letter asks for, and a firm for every tenth of them. */
export const givenAudience = async (db: Db, count: number): Promise<Sending> => {
  const house = await givenHouse(db);
  await givenContacts(db, count, house.topicId, `of${count}.example`);
  await sql`
    insert into company (id, name, city, website)
    select gen_random_uuid(), 'Firm ' || n || ' AS', 'Bergen', 'https://firm' || n || '.example' from generate_series(1, 50) n`.execute(
    db,
  );
  await sql`
    update contact set title = 'Dr', street = 'Strandgaten ' || last_name, postal_code = '5003', city = 'Tromsø', phone = '+47 55 00 00 00',
      tags = '{fish,boats,weather}', company_id = case when last_name like '%7' then (select id from company limit 1) end`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  return house;
};

/** A campaign of its own to the whole audience, sent to this port. */
export const givenLetter = async (db: Db, house: Sending, port: number): Promise<ReadyCampaign> => {
  await sql`update sending_account set port = ${port}, max_connections = 10, updated_at = clock_timestamp() where id = ${house.accountId}`.execute(
    db,
  );
  const campaign = await givenCampaign(db, house, { html: LETTER });
  await sql`update content_version set variants = jsonb_set(variants, '{en,preheader}', ${json('What the boats bring this week')})
    where id = ${campaign.contentVersionId}`.execute(db);
  return campaign;
};

/** Signs what this account sends with an RSA key of 2,048 bits, or (`null`) leaves it unsigned. */
export const signWith = async (db: Db, accountId: SendingAccountId, secretBox: SecretBox | null): Promise<void> => {
  await sql`delete from dkim_key where sending_account_id = ${accountId}`.execute(db);
  if (secretBox === null) return;
  const { publicKey, privateKey } = makeKey('rsa');
  await replaceKey(db, accountId, {
    id: uuidIds.next(),
    algorithm: 'rsa',
    domain: 'fjord.example',
    selector: 'bench',
    publicKey,
    privateSealed: secretBox.seal(privateKey),
  });
  await setSigning(db, accountId, 'rsa', true);
};
