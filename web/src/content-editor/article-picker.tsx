import { useState } from 'react';
import { type Article, listArticles } from '../../../contract/articles.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { TextField } from '../form/text-field.tsx';
import { LANGUAGE_NAMES } from '../i18n/languages.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { Link } from '../ui/link.tsx';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import { texts } from './texts/texts.ts';

interface ArticlePickerProps {
  open: boolean;
  onClose: () => void;
  onPick: (article: Article) => void;
}

/** Q19: the article, found by words of its title or text. */
export function ArticlePicker({ open, onClose, onPick }: ArticlePickerProps) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={onClose} title={t('insertArticle')}>
      <Found onPick={onPick} />
    </Modal>
  );
}

function Found({ onPick }: Pick<ArticlePickerProps, 'onPick'>) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const { data } = useEndpoint(listArticles, { search: useLater(words.trim()), limit: 20 }, { keep: true });
  return (
    <div className="field-picker">
      <TextField
        label={t('article')}
        hint={t('articleHint')}
        example={t('searchArticle')}
        value={words}
        onChange={setWords}
        autoFocus
      />
      {data?.rows.length === 0 ? (
        <Text tone="quiet">
          {t('noArticle')} <Link href={paths.articles()}>{t('articles')}</Link>
        </Text>
      ) : null}
      <ul className="field-picker-list" aria-label={t('articles')}>
        {(data?.rows ?? []).map((article) => (
          <li key={article.id}>
            <button type="button" className="field-picker-one" onClick={() => onPick(article)}>
              <span>{article.title}</span>
              <span className="text-quiet text-small">{LANGUAGE_NAMES[article.language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
