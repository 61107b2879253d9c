import { useState } from 'react';
import { RULE_PARTY_KINDS } from '../../../../contract/audience.ts';
import type { RuleTree } from '../../../../contract/rule.ts';
import {
  countSegment,
  createSegment,
  getSegment,
  listSegments,
  type Segment,
  updateSegment,
} from '../../../../contract/segments.ts';
import { useAction } from '../../api/use-action.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { problemsBelow } from '../../rules/problems.ts';
import { RuleBuilder } from '../../rules/rule-builder.tsx';
import { useMay } from '../../session/session.ts';
import { Section } from '../../ui/card.tsx';
import { Columns } from '../../ui/layout.tsx';
import { useGo } from '../../url.ts';
import { SegmentAside } from './segment-aside.tsx';
import { texts } from './texts/texts.ts';

interface SegmentEditorProps {
  /** Null for a new one. */
  segment: Segment | null;
  start: Pick<Segment, 'name' | 'description' | 'partyKind' | 'rule'>;
}

const CHANGED = [listSegments, getSegment, countSegment];

/** Name, kind and rule; beside them how many that is now, and who. */
export function SegmentEditor({ segment, start }: SegmentEditorProps) {
  const t = useTexts(texts);
  const go = useGo();
  const mayEdit = useMay('segment.edit');
  const [strict, setStrict] = useState(false);
  const create = useAction(createSegment, {
    invalidate: CHANGED,
    toast: false,
    done: t('savedSegment'),
    onSuccess: ({ id }) => go(paths.segment(id), { replace: true }),
  });
  const update = useAction(updateSegment, { invalidate: CHANGED, toast: false, done: t('savedSegment') });
  const form = useForm({
    schema: createSegment.input,
    start: { name: start.name, description: start.description, partyKind: start.partyKind, rule: start.rule },
    send: async (values) => {
      setStrict(true);
      const saved = segment ? await update.runAsync({ ...values, id: segment.id }) : await create.runAsync(values);
      setStrict(false);
      return saved;
    },
  });
  const { values } = form;
  const refused = (segment ? update.problem : create.problem)?.errors ?? [];
  return (
    <Form form={form}>
      <Columns
        asideLabel={t('now')}
        aside={<SegmentAside partyKind={values.partyKind} rule={values.rule} segment={segment} />}
      >
        <fieldset className="segment-fields" disabled={!mayEdit}>
          <TextField name="name" label={t('name')} autoFocus={!segment} />
          <RadioField
            name="partyKind"
            label={t('selects')}
            choices={RULE_PARTY_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
          />
          <TextArea name="description" label={t('description')} rows={2} />
          <Section title={t('rule')} text={t('ruleText')}>
            <RuleBuilder
              partyKind={values.partyKind}
              value={values.rule}
              onChange={(rule: RuleTree) => form.set('rule', rule)}
              strict={strict}
              problems={problemsBelow(refused, 'rule')}
              segmentId={segment?.id}
            />
          </Section>
          {mayEdit ? <FormFoot action={segment ? t('saveSegment') : t('createSegment')} /> : null}
        </fieldset>
      </Columns>
    </Form>
  );
}
