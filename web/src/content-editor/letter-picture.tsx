import type { InputOf } from '../../../contract/endpoint.ts';
import { previewLetter } from '../../../contract/letters.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Text } from '../ui/text.tsx';
import { letterTexts } from './letter-texts/texts.ts';
import { useMergeFields } from './use-merge-fields.ts';

export type LetterAsked = Pick<InputOf<typeof previewLetter>, 'defaultLanguage' | 'variants' | 'language'> &
  Partial<InputOf<typeof previewLetter>>;

/** What the press would make of it, and what should be corrected. */
export const useLetterPreview = (asked: LetterAsked) => useEndpoint(previewLetter, asked, { keep: true });

export const asPicture = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** All pages of a letter under each other, as they are printed. */
export function LetterPicture({ preview }: { preview: ReturnType<typeof useLetterPreview> }) {
  const t = useTexts(letterTexts);
  const { fields } = useMergeFields();
  const { data, problem } = preview;
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={12} />;
  const names = data.lacking.map((name) => fields.find((field) => field.name === name)?.title ?? name).join(', ');
  return (
    <>
      {names ? <Alert tone="warn">{t('lacking', { names })}</Alert> : null}
      {data.svg === null ? (
        <Text tone="quiet">{t('noPicture')}</Text>
      ) : (
        <>
          <Text size="small" tone="quiet">
            {t('pages', { count: data.pages })}
          </Text>
          <img className="letter-picture" alt={t('picture')} src={asPicture(data.svg)} />
        </>
      )}
    </>
  );
}
