import type { RulePartyKind } from './audience.ts';
import type { Language } from './messages/languages.ts';
import type { FieldRule, Period, RelatedRule, Rule, RuleTree, RuleValue, SegmentRule } from './rule.ts';
import type { RuleField, RuleRelation } from './rule-fields.ts';
import { phraseOf, RULE_WORDS } from './rule-words.ts';

export interface SentenceTerms {
  language: Language;
  partyKind: RulePartyKind;
  field(name: string): RuleField | undefined;
  relation(name: string): RuleRelation | undefined;
  segmentName(id: string): string | undefined;
}

const SHOWN = 6;

const fill = (phrase: string, values: Record<string, string>) =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const displayed = (type: 'region' | 'language', code: string, language: Language): string => {
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

const money = (minor: number, currency: string, language: Language): string => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** A day being typed is shown as typed. */
const dayText = (day: string, language: Language): string => {
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(moment)) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
};

/** One value as a person reads it. */
const shown = (value: string | number | boolean, field: RuleField, language: Language): string => {
  const words = RULE_WORDS[language];
  const option = field.options.find((one) => one.value === value);
  const label = option?.labels?.[language] ?? option?.label;
  switch (field.type) {
    case 'yes_no':
      return value ? words.yes : words.no;
    case 'number':
      return new Intl.NumberFormat(language).format(Number(value));
    case 'money':
      return money(Number(value), field.currency ?? 'EUR', language);
    case 'date':
      return dayText(String(value), language);
    case 'country':
      return displayed('region', String(value), language);
    case 'language':
      return displayed('language', String(value), language);
    default:
      return label ?? fill(words.quote, { value: String(value) });
  }
};

const WRITTEN = ['date', 'money', 'country', 'language', 'yes_no'];

/** A value found in a record, stored as text, as a person reads it; what has no form of its own stays as it is. */
export const valueText = (text: string, field: RuleField, language: Language): string => {
  if (!WRITTEN.includes(field.type)) return text;
  return shown(field.type === 'yes_no' ? text === 'true' : text, field, language);
};

const listed = (value: RuleValue, leaf: FieldRule, field: RuleField, language: Language): string => {
  const values = Array.isArray(value) ? value : value === null ? [] : [value];
  const names = values.slice(0, SHOWN).map((one) => shown(one, field, language));
  if (values.length > SHOWN) names.push(`… (+${values.length - SHOWN})`);
  const type = leaf.operator === 'all_of' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(language, { type }).format(names);
};

const daysOf = (value: RuleValue, language: Language): string => {
  const { days } = RULE_WORDS[language];
  const n = Number(value ?? 0);
  const form = days[new Intl.PluralRules(language).select(n)] ?? days.other;
  return form.replace('{n}', new Intl.NumberFormat(language).format(n));
};

/** What a field is called: of a person's firm, it says so. */
export const fieldLabel = (
  field: RuleField,
  { language, partyKind }: Pick<SentenceTerms, 'language' | 'partyKind'>,
): string => {
  const label = field.label[language];
  if (partyKind === 'company' || field.entity !== 'company' || field.name === 'company.name') return label;
  return fill(RULE_WORDS[language].ofCompany, { field: label });
};

const ofField = (leaf: FieldRule, terms: SentenceTerms): string => {
  const { language } = terms;
  const field = terms.field(leaf.field);
  if (field === undefined) return `${leaf.field}?`;
  const values = Array.isArray(leaf.value) ? leaf.value : [];
  const one = (value: string | number | undefined) =>
    value === undefined || value === '' ? '…' : shown(value, field, language);
  return fill(phraseOf(leaf.operator, field.type, language), {
    field: fieldLabel(field, terms),
    value: listed(leaf.value, leaf, field, language) || '…',
    from: one(values[0]),
    to: one(values[1]),
    days: daysOf(leaf.value, language),
    period: RULE_WORDS[language].period[leaf.value as Period] ?? '…',
    topic: one(values[0]),
    channel: RULE_WORDS[language].channel[String(values[1])] ?? String(values[1] ?? '…'),
  });
};

const ofSegment = ({ segmentId, negate }: SegmentRule, { language, segmentName }: SentenceTerms): string => {
  const words = RULE_WORDS[language];
  const value = fill(words.quote, { value: segmentName(segmentId) ?? '…' });
  return fill(negate ? words.notInSegment : words.inSegment, { value });
};

const ofRelated = ({ relation: name, count, value, sum, where }: RelatedRule, terms: SentenceTerms): string => {
  const { language } = terms;
  const words = RULE_WORDS[language];
  const relation = terms.relation(name);
  if (relation === undefined) return `${name}?`;
  const label = relation.label[language];
  const field = sum === null ? undefined : terms.field(sum);
  const some = count === 'at_least' && value === 1 ? 'some' : count;
  const n = field === undefined ? new Intl.NumberFormat(language).format(value) : shown(value, field, language);
  const records =
    field === undefined || count === 'none'
      ? fill(words.count[some], { label, n })
      : fill(words.sum[count], { label, n, field: field.label[language] });
  if (where.rules.length === 0) return records;
  // Inside, the fields are the records’ own: nothing is “of the company”.
  const conditions = ofGroup(where, { ...terms, partyKind: 'company' });
  return fill(words.where, { records, conditions });
};

const ofNode = (rule: Rule, terms: SentenceTerms): string => {
  if (rule.kind === 'related') return ofRelated(rule, terms);
  if (rule.kind === 'field') return ofField(rule, terms);
  if (rule.kind === 'segment') return ofSegment(rule, terms);
  return `(${ofGroup(rule, terms)})`;
};

const ofGroup = ({ match, rules }: RuleTree, terms: SentenceTerms): string => {
  const words = RULE_WORDS[terms.language];
  if (rules.length === 0) return words.everybody[terms.partyKind];
  const parts = rules.map((rule) => ofNode(rule, terms));
  if (parts.length === 1 && match !== 'none') return parts[0] ?? '';
  // French sets a space before both marks.
  const [colon, semicolon] = terms.language === 'fr' ? [' : ', ' ; '] : [': ', '; '];
  return `${words.match[match]}${colon}${parts.join(semicolon)}`;
};

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** One condition, as a person would say it. */
export const conditionSentence = (rule: FieldRule | SegmentRule | RelatedRule, terms: SentenceTerms): string =>
  capital(ofNode(rule, terms));

/** The whole rule as one sentence: “All of: Country is Norway; Birthday is in the next 7 days”. */
export const ruleSentence = (tree: RuleTree, terms: SentenceTerms): string => {
  const text = ofGroup(tree, terms);
  const bare =
    tree.rules.length === 1 && tree.match !== 'none' && tree.rules[0]?.kind === 'group' ? text.slice(1, -1) : text;
  return capital(bare);
};
