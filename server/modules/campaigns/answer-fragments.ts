import { type RawBuilder, sql } from 'kysely';

/** The answer in force of the party of a line, in the campaign of its run; null while there is none. */
const ofParty = (alias: string, column: 'answer' | 'standing') => sql`(
  select a.${sql.ref(column)} from answer a
  where a.campaign_id = (select run.campaign_id from run where run.id = ${sql.ref(`${alias}.run_id`)})
    and a.party_kind = ${sql.ref(`${alias}.party_kind`)} and a.party_id = ${sql.ref(`${alias}.party_id`)})`;

export const answerOfLine = (alias: string): RawBuilder<unknown> => ofParty(alias, 'answer');

/** Of the lines `alias`, those whose party answered like this. */
export const answerGroup = (
  alias: string,
  group: 'yes' | 'no' | 'maybe' | 'placed' | 'waiting' | 'none',
): RawBuilder<unknown> => {
  if (group === 'none') return sql`${answerOfLine(alias)} is null`;
  const column = group === 'placed' || group === 'waiting' ? 'standing' : 'answer';
  return sql`${ofParty(alias, column)} = ${group}`;
};
