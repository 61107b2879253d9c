import type { DeskCall } from '../../../../contract/desk.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

const PAGES = { contact: paths.contact, company: paths.company, lead: paths.lead };

/** Who it is, at which number, and what was agreed. */
export function Callee({ call }: { call: DeskCall }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { party, company, number, numberKind, campaign, promisedAt, dueAt, tries, triesAllowed } = call;
  return (
    <header className="desk-callee">
      <Row spread="between" align="baseline">
        <Heading level={2}>{party.name || '–'}</Heading>
        <Link href={PAGES[party.kind](party.id)}>{t('record')}</Link>
      </Row>
      <Text tone="quiet">{[company, campaign.name].filter(Boolean).join(' · ')}</Text>
      <Row gap="normal">
        {number ? (
          <a className="desk-number" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
            {number}
          </a>
        ) : (
          <Text tone="warn">{t('noNumber')}</Text>
        )}
        {number ? <Badge>{t(`rings_${numberKind}`)}</Badge> : null}
        {call.proof ? <Badge tone="accent">{t('proof')}</Badge> : null}
        {promisedAt ? <Badge tone="warn">{t('promised', { time: format.dateTime(promisedAt) })}</Badge> : null}
        {tries > 0 ? <Badge>{t('tried', { tries, allowed: triesAllowed })}</Badge> : null}
        {dueAt ? <Badge>{t('due', { time: format.date(dueAt) })}</Badge> : null}
      </Row>
    </header>
  );
}
