import type { z } from 'zod';
import { isErrorCode } from '../../../contract/messages/index.ts';
import { errorMessage, type FieldError } from '../api/problem.ts';
import type { Values } from './values.ts';

type Issue = z.core.$ZodIssue;
type Said = [code: string, params?: Record<string, string | number>];

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

function sized(issue: Issue & { code: 'too_small' | 'too_big' }): Said {
  const text = issue.origin === 'string';
  if (issue.code === 'too_big') return [text ? 'too_long' : 'too_big', { max: Number(issue.maximum) }];
  if (issue.origin === 'array' || issue.origin === 'set' || (text && Number(issue.minimum) <= 1)) return ['required'];
  return [text ? 'too_short' : 'too_small', { min: Number(issue.minimum) }];
}

/** The same codes as the server's, so that a person reads the same sentence wherever a mistake is found. */
function said(issue: Issue): Said {
  if (isErrorCode(issue.message)) return [issue.message];
  if (issue.code !== 'custom' && isEmpty(issue.input)) return ['required'];
  if (issue.code === 'too_small' || issue.code === 'too_big') return sized(issue);
  if (issue.code === 'invalid_format')
    return issue.format === 'email' ? ['invalid_email'] : ['invalid', { reason: issue.format }];
  if (issue.code === 'invalid_value') return ['invalid_choice', { choices: issue.values.map(String).join(', ') }];
  if (issue.code === 'invalid_type') return ['invalid', { reason: issue.expected }];
  return ['invalid', { reason: issue.message }];
}

/** What is wrong with the values, at most one error a field. */
export function errorsIn(schema: z.ZodType, values: Values): FieldError[] {
  const result = schema.safeParse(values, { reportInput: true });
  const found = new Map<string, FieldError>();
  for (const issue of result.error?.issues ?? []) {
    const field = issue.path.join('.');
    const [code, params = {}] = said(issue);
    if (!found.has(field)) found.set(field, { field, code, params, message: errorMessage(code, params) });
  }
  return [...found.values()];
}

/** How "nothing" is said to this field: null, an empty text or its absence, the first it accepts. */
function nothingFor(field: z.ZodType): unknown {
  const accepted = [null, '', undefined].filter((nothing) => field.safeParse(nothing).success);
  return accepted.length > 0 ? accepted[0] : '';
}

/** What is sent: a text left empty becomes null or absent where the schema says so. */
export function tidied(schema: z.ZodObject, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = schema.shape[name] as z.ZodType | undefined;
      return [name, value === '' && field ? nothingFor(field) : value];
    }),
  );
}

/** Must something be filled in here? */
export function isRequired(schema: z.ZodObject, name: string): boolean {
  const field = schema.shape[name] as z.ZodType | undefined;
  return !!field && [undefined, null, '', []].every((nothing) => !field.safeParse(nothing).success);
}
