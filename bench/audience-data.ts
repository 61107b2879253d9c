import { sql } from 'kysely';
import type { Db } from '../server/platform/database/open-database.ts';

const DELIVERIES_EACH = 5;
const MOST_RUNS = 50;

/**
 * So many contacts of a tenth as many firms, with three in five consenting to a topic, some suppressed or gone, an asset for every third,
 * and five past deliveries each, spread over fifty runs of the last two years. Addresses are everybody's own.
 */
export const makeCustomers = async (
  db: Db,
  contacts: number,
  { topicId, campaignId, actionId }: Past,
): Promise<void> => {
  await sql`create function bench_id(kind int, n int) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`.execute(db);
  await sql`insert into company (id, name, email, email_key, country)
    select bench_id(2, n), 'Firm ' || n, 'office' || n || '@firm.example', 'office' || n || '@firm.example', 'NO'
    from generate_series(1, ${contacts}::int / 10 + 1) n`.execute(db);
  await sql`insert into contact (id, company_id, first_name, last_name, email, email_key, language, country, birthday, tags)
    select bench_id(1, n), case when n % 2 = 0 then bench_id(2, n / 10 + 1) end, 'Person', n::text,
      'person' || n || '@d' || n % 1000 || '.example', 'person' || n || '@d' || n % 1000 || '.example',
      (array['en', 'nb', 'pl', 'fr'])[n % 4 + 1], (array['NO', 'SE', 'PL', 'FR', 'DE'])[n % 5 + 1],
      date '1950-01-01' + n % 20000, case n % 3 when 0 then '{vip}'::text[] when 1 then '{vip,news}' else '{}' end
    from generate_series(1, ${contacts}::int) n`.execute(db);
  await sql`with recorded as (
      insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
      select 'contact', bench_id(1, n), 'email', ${topicId}, case when n % 50 = 0 then 'withdrawn' else 'given' end, 'bench', n
      from generate_series(1, ${contacts}::int) n where n % 5 < 3 returning id, party_id, decision
    ) insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select 'contact', party_id, 'email', ${topicId}, decision, id, now() from recorded`.execute(db);
  await sql`insert into suppression (id, kind, value, channel, purpose_class, reason, gate_seq)
    select bench_id(3, n), 'address', 'person' || n || '@d' || n % 1000 || '.example', 'all', 'all', 'hard_bounce', n
    from generate_series(1, ${contacts}::int) n where n % 40 = 1`.execute(db);
  await sql`insert into suppression (id, kind, value, channel, purpose_class, reason, gate_seq)
    select bench_id(4, n), 'domain', 'd' || n || '.example', 'all', 'all', 'manual', n from generate_series(1, 5) n`.execute(
    db,
  );
  await sql`insert into opt_out (scope, topic_id, channel, party_kind, party_id, address_key, source, gate_seq)
    select 'topic', ${topicId}, 'email', 'contact', bench_id(1, n), 'person' || n || '@d' || n % 1000 || '.example', 'link', n
    from generate_series(1, ${contacts}::int) n where n % 100 = 7`.execute(db);
  await makeAssets(db, contacts);
  await makeInvoices(db, contacts);
  await makePast(db, contacts, { topicId, campaignId, actionId });
  await sql`vacuum analyze`.execute(db);
};

interface Past {
  topicId: string;
  campaignId: string;
  actionId: string;
}

const makeAssets = async (db: Db, contacts: number) => {
  await sql`insert into asset_type (id, key, name) values (bench_id(5, 1), 'bench_vehicle', 'Vehicle')`.execute(db);
  await sql`insert into asset (id, type_id, name, contact_id, acquired_on)
    select bench_id(6, n), bench_id(5, 1), case when n % 4 = 0 then 'Tesla' else 'Other' end, bench_id(1, n * 2),
      date '2015-01-01' + n % 4000
    from generate_series(1, ${contacts}::int * 3 / 10) n`.execute(db);
};

/** As many as there are contacts, of every second one, over three years. */
const makeInvoices = async (db: Db, contacts: number) => {
  await sql`insert into installation (name, language, currency, time_zone) values ('Bench', 'en', 'NOK', 'Europe/Oslo') on conflict do nothing`.execute(
    db,
  );
  await sql`insert into seller (id, name, street, postal_code, city, country, vat_id, created_at)
    values (bench_id(8, 1), 'S', 'S', '1', 'C', 'NO', 'NO1', now())`.execute(db);
  await sql`insert into invoice (id, kind, number, title, party_kind, party_id, seller_id, buyer, language, currency, vat_treatment, vat,
      net_minor, vat_minor, issued_on, due_on, owner_id)
    select bench_id(9, n), 'invoice', n::text, 'Service', 'contact', bench_id(1, (n * 2) % ${contacts}::int + 1), bench_id(8, 1), '{}', 'en',
      'NOK', 'domestic', '[]', n % 2000 * 1000, 0, current_date - n % 1095, current_date, (select id from app_user limit 1)
    from generate_series(1, ${contacts}::int) n`.execute(db);
};

const makePast = async (db: Db, contacts: number, { campaignId, actionId }: Past) => {
  // Each run has partitions of its own, too dear for a handful of people; in fewer than five somebody would stand twice.
  const runs = Math.min(MOST_RUNS, Math.max(DELIVERIES_EACH, Math.ceil(contacts / 10)));
  const each = Math.ceil((contacts * DELIVERIES_EACH) / runs);
  for (let run = 0; run < runs; run += 1) {
    const at = sql`(now() - make_interval(days => ${730 - Math.floor((run * 730) / runs)}::int))`;
    const { rows } = await sql<{ id: string }>`
      insert into run (id, campaign_id, action_id, mode, state, channel, matched, planned, sealed_at, started_at, finished_at)
      values (new_run_id(true, now()), ${campaignId}, ${actionId}, 'main', 'finished', 'email', ${each}, ${each}, ${at}, ${at}, ${at})
      returning id`.execute(db);
    const id = rows[0]!.id;
    const party = sql`bench_id(1, (${run * each}::int + n - 1) % ${contacts}::int + 1)`;
    await sql`insert into recipient (run_id, no, party_kind, party_id, role, address, address_key, origin, verdict)
      select ${id}, n, 'contact', ${party}, 'own', 'a', 'a', 'rule', 'planned' from generate_series(1, ${each}::int) n`.execute(
      db,
    );
    await sql`insert into touch (party_id, at, run_id, no, party_kind, channel, purpose_class)
      select ${party}, ${at}, ${id}, n, 'contact', 'email', 'marketing' from generate_series(1, ${each}::int) n`.execute(
      db,
    );
    await sql`insert into first_event (run_id, kind, actor, no, event_id, at)
      select ${id}, 'clicked', 'human', n, n::text, ${at} from generate_series(1, ${each}::int) n where n % 20 = 0`.execute(
      db,
    );
  }
};
