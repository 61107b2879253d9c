import { z } from 'zod';

/** A point in time, ISO 8601 with offset. The server may hand over a `Date`. */
export const Moment = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime({ offset: true }),
);
export type Moment = string;

/** A calendar day `YYYY-MM-DD`, without a zone. */
export const Day = z.iso.date();

/** Money in minor units (øre, grosz, cents); the currency stands beside it. */
export const Minor = z.number().int().safe();
export const Currency = z.string().regex(/^[A-Z]{3}$/);
