import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { CustomValue, CustomValues } from '../../../../contract/party.ts';

export interface ValueProblem {
  code: ErrorCode;
  params: Record<string, string | number>;
}
export interface CustomProblem extends ValueProblem {
  key: string;
}
type Definition = Pick<CrmFieldInfo, 'type' | 'options'>;

const problem = (code: ErrorCode, params: ValueProblem['params'] = {}): ValueProblem => ({ code, params });
const MAX_TEXT = 5000;

/** A day that the calendar has: `2025-02-29` is none. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const choiceProblem = ({ options }: Definition, value: unknown): ValueProblem | null =>
  options.some((option) => option.value === value)
    ? null
    : problem('not_a_choice', {
        value: String(value).slice(0, 80),
        choices: options
          .map(({ label }) => label)
          .join(', ')
          .slice(0, 300),
      });

const textProblem = (value: CustomValue): ValueProblem | null => {
  if (typeof value !== 'string') return problem('invalid', { reason: 'text' });
  return value.length > MAX_TEXT ? problem('too_long', { max: MAX_TEXT }) : null;
};

/** What is wrong with a value for a field of this definition; null when nothing is. */
export const valueProblem = (field: Definition, value: CustomValue): ValueProblem | null => {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : problem('not_a_number');
    case 'money':
      return Number.isSafeInteger(value) ? null : problem('not_a_number');
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : problem('not_a_date');
    case 'yes_no':
      return typeof value === 'boolean' ? null : problem('not_yes_or_no');
    case 'one_of':
      return choiceProblem(field, value);
    case 'many_of':
      if (!Array.isArray(value)) return problem('invalid', { reason: 'list' });
      return value.map((chosen) => choiceProblem(field, chosen)).find((found) => found !== null) ?? null;
    default:
      return textProblem(value);
  }
};

const isEmpty = (value: CustomValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The values as they are stored (null empties a field) and what is wrong with the others. `fields` are those of the entity, by key. */
export const checkCustomValues = (
  fields: ReadonlyMap<string, Definition>,
  values: CustomValues,
): { values: CustomValues; problems: CustomProblem[] } => {
  const taken: CustomValues = {};
  const problems: CustomProblem[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    const found =
      field === undefined
        ? problem('unknown_field', { name: key })
        : isEmpty(value)
          ? null
          : valueProblem(field, value);
    if (found) problems.push({ key, ...found });
    else taken[key] = isEmpty(value) ? null : Array.isArray(value) ? [...new Set(value)] : value;
  }
  return { values: taken, problems };
};
