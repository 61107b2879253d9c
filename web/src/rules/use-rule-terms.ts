import { useMemo } from 'react';
import { mayName, type RulePartyKind, SCOPE_OF } from '../../../contract/audience.ts';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import { listRuleFields, listRuleRelations, type RuleField, type RuleRelation } from '../../../contract/rule-fields.ts';
import { fieldLabel, type SentenceTerms } from '../../../contract/rule-sentence.ts';
import { listSegments, type SegmentRow } from '../../../contract/segments.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormat } from '../i18n/use-format.ts';
import { COUNTRIES } from './countries.ts';

export interface RuleTerms {
  partyKind: RulePartyKind;
  /** Whose fields and relations may be named: inside a relation only those of what it leads to. */
  scope: readonly string[];
  related: boolean;
  language: Language;
  fields: ReadonlyMap<string, RuleField>;
  relations: ReadonlyMap<string, RuleRelation>;
  segments: readonly SegmentRow[];
  sentence: SentenceTerms;
  labelOf: (field: RuleField) => string;
  loading: boolean;
}

type Option = RuleField['options'][number];

const named = (type: 'region' | 'language', codes: readonly string[], language: Language): Option[] => {
  const names = new Intl.DisplayNames([language], { type });
  const compare = new Intl.Collator(language).compare;
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => compare(one.label, other.label));
};

const withOptions = (field: RuleField, language: Language): RuleField => {
  if (field.type === 'country') return { ...field, options: named('region', COUNTRIES, language) };
  if (field.type === 'language') return { ...field, options: named('language', LANGUAGES, language) };
  return { ...field, options: field.options.map((one) => ({ ...one, label: one.labels?.[language] ?? one.label })) };
};

/** The terms inside a relation. */
export const termsWithin = (terms: RuleTerms, { to }: RuleRelation): RuleTerms => ({
  ...terms,
  scope: [to],
  related: true,
  segments: [],
  labelOf: (field) => field.label[terms.language],
});

/** What a condition may be about here: what is offered no more stays where it was chosen. */
export const fieldsIn = ({ fields, scope }: RuleTerms, chosen?: string): RuleField[] =>
  [...fields.values()].filter((one) => scope.includes(one.entity) && (!one.archived || one.name === chosen));
export const relationsIn = ({ relations, scope }: RuleTerms): RuleRelation[] =>
  [...relations.values()].filter((one) => scope.includes(one.from));

/** The fields and segments that a rule over people or companies may name, as the present language calls them. */
export function useRuleTerms(partyKind: RulePartyKind): RuleTerms {
  const language = useFormat().language as Language;
  const fields = useEndpoint(listRuleFields, {});
  const relations = useEndpoint(listRuleRelations, {});
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' });
  const loading = fields.data === undefined || relations.data === undefined;
  return useMemo(() => {
    const known = new Map((fields.data ?? []).map((field) => [field.name, withOptions(field, language)] as const));
    const leading = new Map((relations.data ?? []).map((one) => [one.name, one]));
    const rows = segments.data?.rows ?? [];
    const names = new Map(rows.map(({ id, name }) => [id as string, name]));
    const sentence: SentenceTerms = {
      language,
      partyKind,
      field: (name) => known.get(name),
      relation: (name) => leading.get(name),
      segmentName: (id) => names.get(id),
    };
    return {
      partyKind,
      scope: SCOPE_OF[partyKind],
      related: false,
      language,
      fields: known,
      relations: leading,
      segments: rows.filter((row) => mayName(partyKind, row.partyKind)),
      sentence,
      labelOf: (field) => fieldLabel(field, sentence),
      loading,
    };
  }, [fields.data, relations.data, segments.data, language, partyKind, loading]);
}
