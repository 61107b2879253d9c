import { IconArticle, IconLayoutRows } from '@tabler/icons-react';
import { useState } from 'react';
import { messageFromArticle } from '../../../contract/articles.ts';
import { getTemplate, listBuiltInTemplates, listTemplates, type Variant } from '../../../contract/content.ts';
import type { ArticleId, TemplateId } from '../../../contract/ids.ts';
import { call } from '../api/call.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Grid } from '../ui/layout.tsx';
import { Heading, Text } from '../ui/text.tsx';
import { ArticlePicker } from './article-picker.tsx';
import { texts as blockTexts } from './block-texts/texts.ts';
import { newDesign } from './new-block.ts';
import { texts } from './texts/texts.ts';

const builtOfBlocks = (): Variant => ({ subject: '', preheader: '', html: '', text: null, design: newDesign() });

interface StartFromProps {
  language: Language;
  onUse: (variant: Variant) => void;
  onEmpty?: (() => void) | undefined;
}

/** What a message may be begun with: the house's templates and people's own. */
export function StartFrom({ language, onUse, onEmpty }: StartFromProps) {
  const t = useTexts(texts);
  const b = useTexts(blockTexts);
  const builtIn = useEndpoint(listBuiltInTemplates, { language });
  const own = useEndpoint(listTemplates, { channel: 'email', language, limit: 100 });
  const [picking, setPicking] = useState(false);
  const take = async (id: ArticleId) => onUse((await call(messageFromArticle, { id })).variant);
  const pickOwn = async (id: TemplateId) => onUse((await call(getTemplate, { id })).variant);
  return (
    <div className="stack gap-normal">
      <Text tone="quiet">{t('startFromText')}</Text>
      {own.data?.rows.length ? (
        <section className="stack gap-small" aria-label={t('ownTemplates')}>
          <Heading level={4}>{t('ownTemplates')}</Heading>
          <Grid cell={14}>
            {own.data.rows.map(({ id, name }) => (
              <Choice key={id} name={name} description="" onUse={() => void pickOwn(id)} />
            ))}
          </Grid>
        </section>
      ) : null}
      <section className="stack gap-small" aria-label={t('builtIn')}>
        {own.data?.rows.length ? <Heading level={4}>{t('builtIn')}</Heading> : null}
        <Grid cell={14}>
          {(builtIn.data?.templates ?? []).map(({ key, name, description, variant }) => (
            <Choice key={key} name={name} description={description} html={variant.html} onUse={() => onUse(variant)} />
          ))}
        </Grid>
      </section>
      <div className="row gap-small">
        <Button icon={<IconLayoutRows size={16} />} onClick={() => onUse(builtOfBlocks())}>
          {b('startBlocks')}
        </Button>
        {onEmpty ? <Button onClick={onEmpty}>{t('startEmpty')}</Button> : null}
        <Button icon={<IconArticle size={16} />} onClick={() => setPicking(true)}>
          {t('fromArticle')}
        </Button>
      </div>
      <Text tone="quiet" size="small">
        {t('fromArticleText')}
      </Text>
      <ArticlePicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={({ id }) => {
          setPicking(false);
          void take(id);
        }}
      />
    </div>
  );
}

function Choice({
  name,
  description,
  html,
  onUse,
}: {
  name: string;
  description: string;
  html?: string;
  onUse: () => void;
}) {
  const t = useTexts(texts);
  return (
    <button type="button" className="template-choice" aria-label={t('useNamed', { name })} onClick={onUse}>
      {html ? (
        <span className="template-thumb" aria-hidden="true">
          <iframe title={name} sandbox="" srcDoc={html} tabIndex={-1} />
        </span>
      ) : null}
      <span className="template-choice-words">
        <strong>{name}</strong>
        {description ? <span className="text-quiet text-small">{description}</span> : null}
      </span>
    </button>
  );
}
