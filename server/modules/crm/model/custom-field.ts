import type { CustomFieldType, FieldOption } from '../../../../contract/crm-fields.ts';
import type { ValueProblem } from './custom-values.ts';

const LETTERS: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ł: 'l', ß: 'ss', œ: 'oe', đ: 'd', ð: 'd', þ: 'th' };

/** A key made of a label: `Størrelse på båt` → `storrelse_pa_bat`. Always a valid one. */
export const keyOf = (label: string): string => {
  const plain = label
    .toLowerCase()
    .replace(/[æøåłßœđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const started = /^[a-z]/.test(plain) ? plain : `field_${plain}`;
  return started.slice(0, 40).replace(/_+$/, '');
};

/** What is wrong with a definition, with the field of the input that must change. */
export const definitionProblem = (
  type: CustomFieldType,
  options: readonly FieldOption[],
  currency: string | null,
): (ValueProblem & { field: string }) | null => {
  const chooses = type === 'one_of' || type === 'many_of';
  if (chooses && options.length === 0) return { field: 'options', code: 'choices_needed', params: {} };
  const twice = options.find((option, index) => options.findIndex(({ value }) => value === option.value) !== index);
  if (twice) return { field: 'options', code: 'choice_twice', params: { value: twice.label } };
  if (type === 'money' && currency === null) return { field: 'currency', code: 'currency_needed', params: {} };
  return null;
};
