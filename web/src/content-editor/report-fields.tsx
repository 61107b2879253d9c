import type { ContentRemark, Variant } from '../../../contract/content.ts';
import type { LayoutId } from '../../../contract/ids.ts';
import { listLayouts } from '../../../contract/layouts.ts';
import { errorMessage } from '../api/problem.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { TextField } from '../form/text-field.tsx';
import { useFormStore } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { Section } from '../ui/card.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Text } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import { LetterPicture, useLetterPreview } from './letter-picture.tsx';
import type { ShownPerson } from './person-field.tsx';
import { TemplateField } from './template-field.tsx';
import { texts } from './texts/texts.ts';

interface ReportFieldsProps {
  /** Where the variant stands in the form: `variants.en`. */
  path: string;
  language: Language;
  variant: Variant;
  /** The main language has one, which others fall back to. */
  ofMain: boolean;
  person: ShownPerson | null;
  campaignName?: string | undefined;
  senderName?: string | undefined;
  disabled?: boolean | undefined;
}

/** Q09: the PDF that goes with each recipient's message, beside it as it is printed for a real person. Stands inside a form. */
export function ReportFields(props: ReportFieldsProps) {
  const t = useTexts(texts);
  const { path, language, variant, ofMain, person, disabled } = props;
  const store = useFormStore();
  const report = variant.report ?? null;
  const layouts = useEndpoint(listLayouts, { limit: 200, sort: 'name' }).data?.rows ?? [];
  const asked = useLater({
    defaultLanguage: language,
    variants: { [language]: { ...PLAIN, subject: report?.title ?? '', text: report?.text ?? '' } },
    language,
    party: person && { kind: 'contact' as const, id: person.id },
    campaignName: props.campaignName ?? null,
    senderName: props.senderName ?? null,
    layoutId: report?.layoutId ?? null,
    report: true,
  });
  const preview = useLetterPreview(asked);
  const remarks = (preview.data?.remarks ?? []).map(atReport);
  const choose = (layoutId: string | null) => {
    const words = report ?? { fileName: t('reportDefault'), title: '', text: '' };
    store?.set(`${path}.report`, layoutId === null ? null : { ...words, layoutId: layoutId as LayoutId });
  };
  return (
    <Section title={t('report')} text={t('reportText')}>
      <div className="content-editor">
        <Stack gap="small">
          <SelectField
            label={t('reportLayout')}
            nothing={t('noReport')}
            clearable
            choices={layouts.map(({ id, name }) => ({ value: id as string, label: name }))}
            hint={<Link href={paths.newLayout()}>{t('makeReportLayout')}</Link>}
            value={report?.layoutId ?? null}
            onChange={choose}
            error={report === null && !ofMain ? errorMessage('report_no_layout', {}) : undefined}
            disabled={disabled}
          />
          {report === null && ofMain ? <Text tone="quiet">{t('reportOfMain')}</Text> : null}
          {report ? (
            <>
              <TextField
                name={`${path}.report.fileName`}
                label={t('reportFile')}
                hint={t('reportFileHint')}
                disabled={disabled}
              />
              <TemplateField
                name={`${path}.report.title`}
                label={t('reportTitle')}
                rows={1}
                linkless
                disabled={disabled}
                remarks={remarks}
              />
              <TemplateField
                name={`${path}.report.text`}
                label={t('reportWords')}
                hint={t('reportWordsHint')}
                rows={10}
                linkless
                disabled={disabled}
                remarks={remarks}
              />
            </>
          ) : null}
        </Stack>
        {report ? (
          <section className="preview-pane" aria-label={t('reportShown')}>
            <LetterPicture preview={preview} />
          </section>
        ) : null}
      </div>
    </Section>
  );
}

const PLAIN = { preheader: '', html: '' };

/** The press tells of a letter; here its text is the report's. */
const atReport = (remark: ContentRemark): ContentRemark => ({
  ...remark,
  field: remark.field.replace(/\.subject$/, '.report.title').replace(/\.text$/, '.report.text'),
});
