import { useState } from 'react';
import { getCampaign } from '../../../../contract/campaigns.ts';
import { getContentVersion, updateContentVersion } from '../../../../contract/content.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { TextArea, TextField } from '../../form/text-field.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';

/** Stands in until the content editor is there. */
export function Message() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { action } = useHere();
  const version = useEndpoint(getContentVersion, { id: action.contentVersionId! });
  const [subject, setSubject] = useState('');
  const [html, setHtml] = useState('');
  const save = useAction(updateContentVersion, { invalidate: [getContentVersion, getCampaign] });
  const language = version.data?.defaultLanguage ?? 'en';
  return (
    <>
      <TextField label={t('subject')} value={subject} onChange={setSubject} />
      <TextArea label={t('message')} value={html} onChange={setHtml} />
      <Row>
        <Button
          onClick={() =>
            save.run({
              id: action.contentVersionId!,
              defaultLanguage: language,
              variants: { [language]: { subject, html } },
            })
          }
        >
          {common('save')}
        </Button>
      </Row>
    </>
  );
}
