import { useMemo } from 'react';
import type { RulePartyKind } from '../../../contract/audience.ts';
import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import { listRuleFields, type RuleField } from '../../../contract/rule-fields.ts';
import { fieldLabel, type SentenceTerms } from '../../../contract/rule-sentence.ts';
import { listSegments, type SegmentRow } from '../../../contract/segments.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormat } from '../i18n/use-format.ts';
import { COUNTRIES } from './countries.ts';

export interface RuleTerms {
  partyKind: RulePartyKind;
  language: Language;
  fields: ReadonlyMap<string, RuleField>;
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
  return field;
};

/** The fields and segments that a rule over people or companies may name, as the present language calls them. */
export function useRuleTerms(partyKind: RulePartyKind): RuleTerms {
  const language = useFormat().language as Language;
  const fields = useEndpoint(listRuleFields, {});
  const segments = useEndpoint(listSegments, { limit: 500, sort: 'name' });
  const loading = fields.data === undefined;
  return useMemo(() => {
    const known = new Map((fields.data ?? []).map((field) => [field.name, withOptions(field, language)] as const));
    const rows = segments.data?.rows ?? [];
    const names = new Map(rows.map(({ id, name }) => [id as string, name]));
    const sentence: SentenceTerms = {
      language,
      partyKind,
      field: (name) => known.get(name),
      segmentName: (id) => names.get(id),
    };
    return {
      partyKind,
      language,
      fields: known,
      segments: rows.filter((row) => partyKind === 'contact' || row.partyKind === 'company'),
      sentence,
      labelOf: (field) => fieldLabel(field, sentence),
      loading,
    };
  }, [fields.data, segments.data, language, partyKind, loading]);
}
