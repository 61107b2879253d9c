import { useState } from 'react';
import { type Import, type ImportEntity, listImports, uploadImportPath } from '../../../../contract/import.ts';
import { upload } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { useRefresh } from '../../api/use-action.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { FileField } from '../../form/file-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Foot } from '../../ui/modal.tsx';
import { Page } from '../../ui/page.tsx';
import { useGo, useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';

const LARGEST = 200 * 1024 * 1024;

/** First step: what is in the file, and the file. */
export function NewImportScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const refresh = useRefresh();
  const [search, change] = useSearchState<{ entity?: ImportEntity }>();
  const entity: ImportEntity = search.entity === 'company' ? 'company' : 'contact';
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (file === null) return;
    setBusy(true);
    setWrong(undefined);
    try {
      const { id } = await upload<Import>(uploadImportPath(entity), { file });
      refresh(listImports);
      go(paths.import(id));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.errors[0]?.message ?? error.message);
      setBusy(false);
    }
  };
  return (
    <Page
      title={t('newImport')}
      text={t('uploadText')}
      crumbs={[{ label: t('imports'), href: paths.imports() }]}
      width="reading"
    >
      <Stack gap="large">
        <RadioField<ImportEntity>
          label={t('chooseWhat')}
          value={entity}
          onChange={(next) => change({ entity: next })}
          choices={[
            { value: 'contact', label: t('contact'), hint: t('contactHint') },
            { value: 'company', label: t('company'), hint: t('companyHint') },
          ]}
        />
        <FileField
          label={t('chooseFile')}
          kinds={['.csv', '.txt', '.tsv', '.xlsx']}
          largest={LARGEST}
          value={file}
          onChange={(next) => {
            setFile(next);
            setWrong(undefined);
          }}
          error={wrong}
        />
        <Foot>
          <Button look="primary" disabled={file === null} busy={busy} onClick={() => void send()}>
            {t('upload')}
          </Button>
        </Foot>
      </Stack>
    </Page>
  );
}
