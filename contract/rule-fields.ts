import { z } from 'zod';
import { CRM_FIELD_TYPES } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import type { Operator } from './rule.ts';

export const RULE_FIELD_TYPES = [...CRM_FIELD_TYPES, 'consent'] as const;
export type RuleFieldType = (typeof RULE_FIELD_TYPES)[number];

const NUMERIC = ['is', 'is_not', 'less', 'more', 'between', 'is_empty', 'is_filled'] as const satisfies Operator[];
const CHOICE = ['any_of', 'none_of', 'is_empty', 'is_filled'] as const satisfies Operator[];
const CHOICES = ['any_of', 'all_of', 'none_of', 'is_empty', 'is_filled'] as const satisfies Operator[];

/** What may be asked of a field, by its type; the first is what the builder offers first. */
export const OPERATORS_OF: Record<RuleFieldType, readonly Operator[]> = {
  text: [
    'is',
    'is_not',
    'contains',
    'contains_not',
    'starts_with',
    'ends_with',
    'any_of',
    'none_of',
    'is_empty',
    'is_filled',
  ],
  number: NUMERIC,
  money: NUMERIC,
  date: [
    'is',
    'less',
    'more',
    'between',
    'in_last_days',
    'in_next_days',
    'in_period',
    'more_days_ago',
    'more_days_ahead',
    'anniversary_in_period',
    'anniversary_in_next_days',
    'is_not',
    'is_empty',
    'is_filled',
  ],
  yes_no: ['is', 'is_empty', 'is_filled'],
  one_of: CHOICE,
  many_of: CHOICES,
  country: CHOICE,
  language: CHOICE,
  user: CHOICE,
  tags: CHOICES,
  id: CHOICE,
  consent: ['given', 'not_given', 'withdrawn'],
};

const Label = z.object({ en: z.string(), nb: z.string(), pl: z.string(), fr: z.string() });
const Option = z.object({ value: z.string(), label: z.string(), labels: Label.optional() });

/** A field that rules may ask about. */
export const RuleField = z.object({
  name: z.string(),
  /** Whose it is: `contact`, `company` (for a person: the firm he belongs to), `lead`, `asset`, or what a relation leads to. */
  entity: z.string(),
  type: z.enum(RULE_FIELD_TYPES),
  label: Label,
  /** What can be chosen: of `one_of`, `many_of`, `user`, `tags`, and the topics of `consent`; empty where any value goes. */
  options: z.array(Option),
  currency: z.string().nullable(),
  /** No longer offered; rules that name it still work. */
  archived: z.boolean(),
});
export type RuleField = z.output<typeof RuleField>;

export const listRuleFields = endpoint({
  name: 'listRuleFields',
  method: 'GET',
  path: '/api/rule-fields',
  tag: 'Segments',
  summary: 'The fields that rules may ask about, with the operators of each and what can be chosen',
  input: z.object({}),
  output: z.array(RuleField.extend({ operators: z.array(z.string()) })),
});

/** Records that belong to a party and can be counted: the assets of a person, what was sent to him. */
export const RuleRelation = z.object({
  name: z.string(),
  /** Of what, and what it leads to: entities of fields. */
  from: z.string(),
  to: z.string(),
  /** In the plural, as in “has at least 2 …”. */
  label: Label,
});
export type RuleRelation = z.output<typeof RuleRelation>;

export const listRuleRelations = endpoint({
  name: 'listRuleRelations',
  method: 'GET',
  path: '/api/rule-relations',
  tag: 'Segments',
  summary: 'The related records that rules may count',
  input: z.object({}),
  output: z.array(RuleRelation),
});
