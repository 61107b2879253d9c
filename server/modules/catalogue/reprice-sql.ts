import { type RawBuilder, sql } from 'kysely';
import { MAX_AMOUNT } from '../../../contract/catalogue.ts';
import type { PriceChange, PriceRule, Rounding } from '../../../contract/catalogue-revisions.ts';

const int8 = (value: number) => sql`${value}::bigint`;

/** Rounds to minus infinity, as `/` of whole numbers does not. */
const floorDivided = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) =>
  sql`((${a} - ((${a} % ${b}) + ${b}) % ${b}) / ${b})`;

/** Largest on the way: 2 · 10¹² · 110,000 < 2⁶³. */
const wanted = ({ kind, by }: PriceChange): { over: RawBuilder<unknown>; under: number } => {
  if (kind === 'factor') return { over: sql`cost * ${int8(by)}`, under: 1000 };
  if (kind === 'amount') return { over: sql`price + ${int8(by)}`, under: 1 };
  return { over: sql`price * ${int8(10_000 + by)}`, under: 10_000 };
};

const stepsOf = ({ direction, step }: Rounding, under: number) => {
  const unit = int8(step * under);
  if (direction === 'down') return floorDivided(sql`beyond`, unit);
  if (direction === 'up') return floorDivided(sql`(beyond + ${unit} - 1)`, unit);
  return floorDivided(sql`(2 * beyond + ${unit})`, int8(2 * step * under));
};

/**
 * What `model/reprice.ts` says of one product, for all rows of `priced` at once: a query of columns `product_id uuid, price bigint, cost
 * bigint, cost_elsewhere boolean` and any others. Answers all of them with `amount, verdict, reason`.
 */
export const repriced = (priced: RawBuilder<unknown>, { change, rounding, minMargin }: PriceRule) => {
  const { over, under } = wanted(change);
  const missing =
    change.kind === 'factor'
      ? sql`case when cost_elsewhere then 'cost_other_currency' else 'no_cost' end`
      : sql`'no_price'`;
  const guarded =
    minMargin === null ? sql`false` : sql`cost is not null and (amount - cost) * 10000 < ${int8(minMargin)} * amount`;
  return sql`
    select judged.*,
      case when reason is not null then 'refused' when amount = price then 'same' else 'change' end as verdict
    from (
      select *, case
        when amount is null then ${missing}
        when amount < 0 or (amount = 0 and price is distinct from 0) then 'not_positive'
        when amount > ${int8(MAX_AMOUNT)} then 'too_large'
        when amount = price then null
        when ${guarded} then 'below_margin'
      end as reason
      from (
        select *, ${int8(rounding.ending)} + ${int8(rounding.step)} * ${stepsOf(rounding, under)} as amount
        from (select *, ${over} - ${int8(rounding.ending * under)} as beyond from (${priced}) as priced) as moved
      ) as rounded
    ) as judged`;
};
