import type { Asset } from '../../../../contract/assets.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { assetTexts } from './asset-texts/texts.ts';

/** Whose an asset is: a person, a firm, or both. */
export function OwnerLinks({ asset: { contact, company } }: { asset: Pick<Asset, 'contact' | 'company'> }) {
  const t = useTexts(assetTexts);
  if (!contact && !company) return <span className="text-quiet">{t('noOwner')}</span>;
  return (
    <Row gap="small">
      {contact ? (
        <Link look="quiet" href={paths.contact(contact.id)}>
          {contact.name}
        </Link>
      ) : null}
      {company ? (
        <Link look="quiet" href={paths.company(company.id)}>
          {company.name}
        </Link>
      ) : null}
    </Row>
  );
}
