import { useState } from 'react';
import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { getArticle, listArticles } from '../../../../contract/articles.ts';
import { getProduct, listProductGroups, listProducts } from '../../../../contract/catalogue.ts';
import {
  DIRECT_LINK_CODE,
  DIRECT_LINK_TARGETS,
  type DirectLink,
  type DirectLinkTarget,
} from '../../../../contract/direct-link.ts';
import type { ArticleId, ProductGroupId, ProductId } from '../../../../contract/ids.ts';
import { errorMessage } from '../../api/problem.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { FieldRow } from '../../form/form.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { useHere } from './campaign-context.ts';
import { directLinkTexts } from './direct-link-texts/texts.ts';
import { useSaveAction } from './use-save-action.ts';

/** Q11: where #DirectLink# in the text leads; Q12: what does not fit together is told here. */
export function DirectLinkFields() {
  const t = useTexts(directLinkTexts);
  const { action, problems } = useHere();
  const { save, problem } = useSaveAction();
  // A product, a group or an article is a target only once it is chosen.
  const [target, setTarget] = useState<DirectLinkTarget | null>(action.directLink?.target ?? null);
  const lacking = problems.find(({ field }) => field.startsWith('directLink'));
  const error = problem?.message ?? (lacking && errorMessage(lacking.code, lacking.params));
  const leadTo = (directLink: DirectLink | null) => save({ directLink });
  const choose = (chosen: DirectLinkTarget | null) => {
    setTarget(chosen);
    if (chosen === null) leadTo(null);
    else if (chosen === 'my_page' || chosen === 'front_page') leadTo({ target: chosen });
  };
  const link = action.directLink;
  const shown = action.channel === 'letter' ? t('printed') : WORK_CHANNELS.includes(action.channel) ? t('said') : '';
  return (
    <Section title={t('title')} text={`${t('text', { code: DIRECT_LINK_CODE })} ${shown}`.trim()}>
      <FieldRow>
        <SelectField
          label={t('target')}
          clearable
          nothing={t('none')}
          choices={DIRECT_LINK_TARGETS.map((value) => ({ value, label: t(value) }))}
          value={target}
          onChange={choose}
          error={error}
        />
        {target === 'product' ? (
          <WhichProduct
            id={link?.target === 'product' ? link.productId : null}
            onPick={(productId) => leadTo({ target, productId })}
          />
        ) : null}
        {target === 'product_group' ? (
          <WhichGroup
            id={link?.target === 'product_group' ? link.groupId : null}
            onPick={(groupId) => leadTo({ target, groupId })}
          />
        ) : null}
        {target === 'article' ? (
          <WhichArticle
            id={link?.target === 'article' ? link.articleId : null}
            onPick={(articleId) => leadTo({ target, articleId })}
          />
        ) : null}
      </FieldRow>
    </Section>
  );
}

function WhichProduct({ id, onPick }: { id: ProductId | null; onPick: (id: ProductId) => void }) {
  const t = useTexts(directLinkTexts);
  const [words, setWords] = useState('');
  const found = useEndpoint(listProducts, { search: words, limit: 20 }, { keep: true }).data?.rows ?? [];
  const chosen = useEndpoint(getProduct, { id: id as ProductId }, { when: id !== null }).data;
  const offered = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <SelectField
      label={t('which')}
      nothing={t('search')}
      choices={offered.map((one) => ({ value: one.id as string, label: `${one.number} · ${one.name}` }))}
      value={id as string | null}
      onSearch={setWords}
      onChange={(picked) => picked !== null && onPick(picked as ProductId)}
    />
  );
}

function WhichArticle({ id, onPick }: { id: ArticleId | null; onPick: (id: ArticleId) => void }) {
  const t = useTexts(directLinkTexts);
  const [words, setWords] = useState('');
  const found = useEndpoint(listArticles, { search: words, limit: 20 }, { keep: true }).data?.rows ?? [];
  const chosen = useEndpoint(getArticle, { id: id as ArticleId }, { when: id !== null }).data;
  const offered = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found;
  return (
    <SelectField
      label={t('whichArticle')}
      nothing={t('searchArticle')}
      choices={offered.map((one) => ({ value: one.id as string, label: one.title }))}
      value={id as string | null}
      onSearch={setWords}
      onChange={(picked) => picked !== null && onPick(picked as ArticleId)}
    />
  );
}

function WhichGroup({ id, onPick }: { id: ProductGroupId | null; onPick: (id: ProductGroupId) => void }) {
  const t = useTexts(directLinkTexts);
  const groups = useEndpoint(listProductGroups, {}).data?.groups ?? [];
  return (
    <SelectField
      label={t('whichGroup')}
      nothing={t('chooseGroup')}
      choices={groups.map((group) => ({ value: group.id as string, label: group.name }))}
      value={id as string | null}
      onChange={(picked) => picked !== null && onPick(picked as ProductGroupId)}
    />
  );
}
