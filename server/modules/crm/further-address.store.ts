import { type RawBuilder, sql } from 'kysely';
import { emailKey } from '../../../contract/address.ts';
import type { PartyEntity } from '../../../contract/crm-fields.ts';
import type { FurtherAddress } from '../../../contract/party.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { FieldProblem } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { looksLikePhone, phoneKey } from './phone-key.ts';

/** The addresses and numbers beside the first one, over the record's alias `p`. */
export const furtherOf = (kind: PartyEntity): RawBuilder<FurtherAddress[]> => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'label', a.label, 'address', a.address) order by a.position), '[]')
    from further_address a where a.party_id = p.id and a.party_kind = ${sql.lit(kind)})`;

export const furtherProblems = (further: readonly FurtherAddress[]): FieldProblem[] =>
  further.flatMap(({ kind, address }, place) => {
    const fits = kind === 'email' ? emailKey(address) !== null : looksLikePhone(address);
    const code = kind === 'email' ? ('invalid_email' as const) : ('invalid_phone' as const);
    return fits ? [] : [{ field: `further.${place}.address`, code, params: {} }];
  });

/** They become these; numbers without a country code are read as ones of `country`. */
export const replaceFurther = async (
  tx: Tx,
  ids: Ids,
  party: { kind: PartyEntity; id: string; country: string | null },
  further: readonly FurtherAddress[],
): Promise<void> => {
  await tx.deleteFrom('furtherAddress').where('partyId', '=', party.id).where('partyKind', '=', party.kind).execute();
  if (further.length === 0) return;
  const rows = further.map(({ kind, label, address }, position) => ({
    id: ids.next(),
    partyKind: party.kind,
    partyId: party.id,
    kind,
    label,
    address,
    addressKey: kind === 'email' ? emailKey(address) : phoneKey(address, party.country),
    position,
  }));
  await tx.insertInto('furtherAddress').values(rows).execute();
};

export const removeFurther = async (tx: Tx, kind: PartyEntity, partyIds: readonly string[]): Promise<void> => {
  await sql`delete from further_address where party_id = any(${partyIds}) and party_kind = ${kind}`.execute(tx);
};
