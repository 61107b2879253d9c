import { type RawBuilder, sql } from 'kysely';

/**
 * Whose documents are brought to a party: its own, and where it has none those of the firm whose main contact it is (data.md: a firm under
 * "both" is told at its office and by its main contact). Rows of kind, id and rank; the lowest rank counts.
 */
export const whoseDocuments = (
  partyKind: RawBuilder<unknown>,
  partyId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  select ${partyKind} as kind, ${partyId} as id, 0 as rank
  union all select 'company', person.company_id, 1 from contact as person
  where ${partyKind} = 'contact' and person.id = ${partyId} and person.main and person.company_id is not null)`;
