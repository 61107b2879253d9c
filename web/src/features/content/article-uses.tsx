import { listArticleUses } from '../../../../contract/articles.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { ArticleId } from '../../../../contract/ids.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Section } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './article-texts/texts.ts';
import './article.css';

type Use = OutputOf<typeof listArticleUses>['uses'][number];

/** The campaigns and templates that show it, and whether a change still reaches them. */
export function ArticleUses({ id }: { id: ArticleId }) {
  const t = useTexts(texts);
  const { data } = useEndpoint(listArticleUses, { id });
  if (!data) return null;
  const live = data.uses.filter(({ kind, state }) => kind === 'campaign' && state === 'live').length;
  return (
    <Section
      title={t('uses')}
      text={data.uses.length === 0 ? t('unused') : live > 0 ? t('changes', { count: live }) : undefined}
    >
      {data.uses.length > 0 ? (
        <ul className="article-uses">
          {data.uses.map((use) => (
            <One key={use.id} use={use} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function One({ use: { kind, id, name, state } }: { use: Use }) {
  const t = useTexts(texts);
  return (
    <li>
      <Link href={kind === 'campaign' ? paths.campaignWhat(id) : paths.template(id)}>{name}</Link>
      <Text size="small" tone="quiet" as="div">
        {t(`kind_${kind}`)} · {t(state)}
      </Text>
    </li>
  );
}
