import { IconExternalLink } from '@tabler/icons-react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Code } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

const BROWSE = '/api/docs/';
const DOCUMENT = '/api/docs/json';

/** Where a program finds everything that this interface can do. */
export function ApiScreen() {
  const t = useTexts(texts);
  const { origin } = window.location;
  return (
    <Page title={t('api')} text={t('apiText')} width="reading">
      <Section title={t('document')} text={t('documentText')}>
        <Facts
          facts={[
            { label: t('browse'), value: <Address href={BROWSE} label={`${origin}${BROWSE}`} /> },
            { label: t('openApi'), value: <Address href={DOCUMENT} label={`${origin}${DOCUMENT}`} /> },
          ]}
        />
      </Section>
      <Section title={t('tryIt')} text={t('tryItText')}>
        <Code
          block
        >{`curl ${origin}/api/campaigns?limit=10 \\\n  -H 'accept: application/json' \\\n  -b cookies.txt`}</Code>
      </Section>
    </Page>
  );
}

function Address({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} newTab>
      <Row gap="small" oneLine>
        {label}
        <IconExternalLink size={14} stroke={1.75} aria-hidden="true" />
      </Row>
    </Link>
  );
}
