import { INVOICE_FILES, type Invoice } from '../../../../contract/invoices.ts';
import { errorMessage } from '../../api/problem.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** The invoice on paper, and as an e-invoice in both syntaxes of EN 16931. */
export function InvoiceFiles({ invoice }: { invoice: Invoice }) {
  const t = useTexts(texts);
  const { id, eInvoiceProblem: problem } = invoice;
  const formats = problem === null ? INVOICE_FILES : (['pdf'] as const);
  return (
    <Section title={t('files')} text={problem === null ? t('filesText') : undefined}>
      <Row>
        {formats.map((format) => (
          <Link key={format} href={`/api/invoices/${id}/files/${format}`} download>
            {t(`file_${format}`)}
          </Link>
        ))}
      </Row>
      {problem ? <Text tone="quiet">{errorMessage(problem, {})}</Text> : null}
    </Section>
  );
}
