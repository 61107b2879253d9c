import { IconExternalLink } from '@tabler/icons-react';
import { getInvoice, type Invoice } from '../../../../contract/invoices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts as lineTexts } from '../../sales-lines/texts/texts.ts';
import { WrittenLines } from '../../sales-lines/written-lines.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { When } from '../../ui/values.tsx';
import { useParam } from '../../url.ts';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceFiles } from './invoice-files.tsx';
import { Sums } from './sums.tsx';
import { texts } from './texts/texts.ts';
import { InvoiceStatus, PartyLink } from './words.tsx';

function Details({ invoice }: { invoice: Invoice }) {
  const t = useTexts(texts);
  const { buyer, seller, campaign, paidOn, credits, creditedBy, creditReason } = invoice;
  const place = [buyer.company, buyer.street, [buyer.postalCode, buyer.city].filter(Boolean).join(' '), buyer.country];
  const to = (other: NonNullable<Invoice['credits']>) => <Link href={paths.invoice(other.id)}>{other.number}</Link>;
  const facts = [
    { label: t('customer'), value: <PartyLink party={invoice.party} /> },
    { label: t('state'), value: <InvoiceStatus state={invoice.state} /> },
    { label: t('invoiceIssuedOn'), value: <When at={invoice.issuedOn} show="date" /> },
    ...(credits ? [] : [{ label: t('dueOn'), value: <When at={invoice.dueOn} show="date" /> }]),
    ...(paidOn ? [{ label: t('paidOn'), value: <When at={paidOn} show="date" /> }] : []),
    ...(credits ? [{ label: t(invoice.partial ? 'creditsPart' : 'credits'), value: to(credits) }] : []),
    ...creditedBy.map((note) => ({
      label: t(invoice.state === 'credited' ? 'creditedBy' : 'creditedPartBy'),
      value: to(note),
    })),
    ...(creditReason ? [{ label: t('creditReason'), value: creditReason }] : []),
    { label: t('owner'), value: invoice.owner.name },
    { label: t('buyer'), value: [...place, buyer.vatId].filter(Boolean).join(', ') || '–' },
    { label: t('seller'), value: [seller.name, seller.vatId].join(', ') },
    { label: t('treatment'), value: t(`treatment_${invoice.vatTreatment}`) },
    { label: t('campaign'), value: campaign ? <Link href={paths.campaign(campaign.id)}>{campaign.name}</Link> : '–' },
  ];
  return <Facts facts={facts} />;
}

/** One invoice or credit note: what was billed, to whom, and what became of it. */
export function InvoiceScreen() {
  const t = useTexts(texts);
  const lines = useTexts(lineTexts);
  const crumbs = [{ label: t('invoices'), href: paths.invoices() }];
  const { data: invoice, problem } = useEndpoint(getInvoice, { id: useParam('id') as never });
  if (!invoice)
    return (
      <Page title={t('invoices')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  return (
    <Page
      title={invoice.number ?? invoice.title}
      text={invoice.number ? invoice.title : undefined}
      crumbs={crumbs}
      mark={invoice.number === null ? <Badge>{t('test')}</Badge> : null}
      actions={<InvoiceActions invoice={invoice} />}
    >
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <Details invoice={invoice} />
          </Card>
        }
      >
        <Stack gap="none">
          {invoice.number === null ? <Alert tone="accent">{t('testText')}</Alert> : null}
          <Section
            title={lines('products')}
            actions={
              <Link href={invoice.pageUrl} newTab>
                {t('openPage')} <IconExternalLink size={14} />
              </Link>
            }
          >
            <WrittenLines lines={invoice.lines} currency={invoice.currency} />
            <Sums {...invoice} />
          </Section>
          <InvoiceFiles invoice={invoice} />
          {invoice.terms ? (
            <Section title={t('terms')}>
              <Text>{invoice.terms}</Text>
            </Section>
          ) : null}
        </Stack>
      </Columns>
    </Page>
  );
}
