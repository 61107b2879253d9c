import { IconArticle, IconLayoutRows } from '@tabler/icons-react';
import { useState } from 'react';
import { messageFromArticle } from '../../../contract/articles.ts';
import type { Variant } from '../../../contract/content.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { call } from '../api/call.ts';
import type { Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Text } from '../ui/text.tsx';
import { ArticlePicker } from './article-picker.tsx';
import { texts as blockTexts } from './block-texts/texts.ts';
import { newDesign } from './new-block.ts';
import { TemplateCards } from './template-cards.tsx';
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
  const [picking, setPicking] = useState(false);
  const take = async (id: ArticleId) => onUse((await call(messageFromArticle, { id })).variant);
  return (
    <div className="stack gap-normal">
      <Text tone="quiet">{t('startFromText')}</Text>
      <TemplateCards channel="email" language={language} onUse={onUse} />
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
