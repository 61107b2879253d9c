import { IconExternalLink } from '@tabler/icons-react';
import { getOffer, type Offer } from '../../../../contract/offers.ts';
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
import { OfferActions } from './offer-actions.tsx';
import { Sums } from './sums.tsx';
import { texts } from './texts/texts.ts';
import { OfferStatus, PartyLink } from './words.tsx';

function Details({ offer }: { offer: Offer }) {
  const t = useTexts(texts);
  const { buyer, answeredAt, answeredBy, answerNote, campaign } = offer;
  const place = [buyer.company, buyer.street, [buyer.postalCode, buyer.city].filter(Boolean).join(' '), buyer.country];
  const facts = [
    { label: t('customer'), value: <PartyLink party={offer.party} /> },
    { label: t('state'), value: <OfferStatus state={offer.state} /> },
    { label: t('issuedOn'), value: <When at={offer.issuedOn} show="date" /> },
    { label: t('validUntil'), value: <When at={offer.validUntil} show="date" /> },
    ...(answeredAt ? [{ label: t('answeredAt'), value: <When at={answeredAt} show="date" /> }] : []),
    ...(answeredBy ? [{ label: t('answeredBy'), value: answeredBy }] : []),
    ...(answerNote ? [{ label: t('answerNote'), value: answerNote }] : []),
    { label: t('owner'), value: offer.owner.name },
    { label: t('buyer'), value: place.filter(Boolean).join(', ') || '–' },
    { label: t('treatment'), value: t(`treatment_${offer.vatTreatment}`) },
    { label: t('campaign'), value: campaign ? <Link href={paths.campaign(campaign.id)}>{campaign.name}</Link> : '–' },
  ];
  return <Facts facts={facts} />;
}

/** One offer: what was proposed, to whom, and what was said. */
export function OfferScreen() {
  const t = useTexts(texts);
  const lines = useTexts(lineTexts);
  const crumbs = [{ label: t('offers'), href: paths.offers() }];
  const { data: offer, problem } = useEndpoint(getOffer, { id: useParam('id') as never });
  if (!offer)
    return (
      <Page title={t('offers')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  return (
    <Page
      title={offer.number ?? offer.title}
      text={offer.number ? offer.title : undefined}
      crumbs={crumbs}
      mark={offer.number === null ? <Badge>{t('test')}</Badge> : null}
      actions={<OfferActions offer={offer} />}
    >
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <Details offer={offer} />
          </Card>
        }
      >
        <Stack gap="none">
          {offer.number === null ? <Alert tone="accent">{t('testText')}</Alert> : null}
          <Section
            title={lines('products')}
            actions={
              <Link href={offer.pageUrl} newTab>
                {t('openPage')} <IconExternalLink size={14} />
              </Link>
            }
          >
            <WrittenLines lines={offer.lines} currency={offer.currency} />
            <Sums {...offer} />
          </Section>
          <Section title={t('files')}>
            <Link href={`/api/offers/${offer.id}/files/pdf`} download>
              {t('file_pdf')}
            </Link>
          </Section>
          {offer.terms ? (
            <Section title={t('terms')}>
              <Text>{offer.terms}</Text>
            </Section>
          ) : null}
        </Stack>
      </Columns>
    </Page>
  );
}
