import { createLayout, type LayoutDesign, WINDOW_FORMS } from '../../../../contract/layouts.ts';
import { LetterPicture, useLetterPreview } from '../../content-editor/letter-picture.tsx';
import { PersonField, useShownPerson } from '../../content-editor/person-field.tsx';
import { useMergeFields } from '../../content-editor/use-merge-fields.ts';
import { MultiSelect, SelectField } from '../../form/choice-fields.tsx';
import { FieldGroup, Form, FormFoot } from '../../form/form.tsx';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Heading } from '../../ui/text.tsx';
import { useLater } from '../../ui/use-later.ts';
import { LayoutFacts } from './layout-facts.tsx';
import { layoutTexts } from './layout-texts/texts.ts';
import { LetterheadFields } from './letterhead-fields.tsx';
import '../../content-editor/content-editor.css';

interface Words {
  name: string;
  design: LayoutDesign;
}

interface LayoutFormProps {
  start: Words;
  send: (words: Words) => Promise<unknown>;
  disabled?: boolean | undefined;
}

export function LayoutForm({ start, send, disabled }: LayoutFormProps) {
  const t = useTexts(layoutTexts);
  const form = useForm({ schema: createLayout.input, start, send: (words) => send(words as Words) });
  const { design } = form.values;
  const set = (change: Partial<LayoutDesign>) => form.set('design', { ...design, ...change });
  const { fields } = useMergeFields();
  const needed = fields.filter(({ group }) => group !== 'message');
  return (
    <div className="content-editor">
      <Form form={form}>
        <fieldset className="plain-fieldset form" disabled={disabled}>
          <TextField name="name" label={t('name')} />
          <SelectField
            name="design.form"
            label={t('form')}
            choices={WINDOW_FORMS.map((value) => ({ value, label: t(`form_${value}`) }))}
          />
          <LetterheadFields design={design} set={set} />
          <FieldGroup title={t('besideAddress')}>
            <Switch name="design.date" label={t('date')} />
            <LayoutFacts facts={design.facts} set={(facts) => set({ facts })} />
          </FieldGroup>
          <FieldGroup title={t('afterText')}>
            <TextArea name="design.closing" label={t('closing')} hint={t('closingHint')} rows={3} />
            <Switch name="design.assets" label={t('assets')} />
            <Switch name="design.pageNumbers" label={t('pageNumbers')} />
          </FieldGroup>
          <MultiSelect
            name="design.needs"
            label={t('needs')}
            hint={t('needsHint')}
            nothing={t('anyData')}
            choices={needed.map(({ name, title }) => ({ value: name, label: title }))}
          />
        </fieldset>
        {disabled ? null : <FormFoot action={t('save')} />}
      </Form>
      <Sample design={design} />
    </div>
  );
}

/** A letter of a few words, printed with the design as it stands in the form. */
function Sample({ design }: { design: LayoutDesign }) {
  const t = useTexts(layoutTexts);
  const language = nearestLanguage([useFormat().language]);
  const [person, pick] = useShownPerson();
  const variant = { subject: t('sampleSubject'), preheader: '', html: '', text: t('sampleText') };
  const asked = useLater({
    design,
    defaultLanguage: language,
    variants: { [language]: variant },
    language,
    party: person && { kind: 'contact' as const, id: person.id },
  });
  return (
    <section className="preview-pane" aria-label={t('layout')}>
      <Heading level={3}>{t('layout')}</Heading>
      <PersonField person={person} onPick={pick} />
      <LetterPicture preview={useLetterPreview(asked)} />
    </section>
  );
}
