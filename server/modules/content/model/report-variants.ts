import type { Variants } from '../../../../contract/content.ts';
import { LANGUAGES } from '../../../../contract/messages/index.ts';
import type { FieldProblem } from '../../../platform/errors.ts';

/** The reports of a message, written as letters are: title and text. */
export const reportVariants = (variants: Variants): Variants =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const report = variants[language]?.report;
      return report ? [[language, { subject: report.title, preheader: '', html: '', text: report.text }]] : [];
    }),
  );

/** What is wrong with one is told where it is written. */
export const atReport = (fault: FieldProblem): FieldProblem => ({
  ...fault,
  field: fault.field?.replace(/\.subject$/, '.report.title').replace(/\.text$/, '.report.text') ?? null,
});
