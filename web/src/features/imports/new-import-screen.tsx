import { useState } from 'react';
import { listAssetTypes } from '../../../../contract/assets.ts';
import {
  IMPORT_ENTITIES,
  type Import,
  type ImportEntity,
  isParty,
  listImports,
  uploadImportPath,
} from '../../../../contract/import.ts';
import { upload } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { useRefresh } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField, SelectField } from '../../form/choice-fields.tsx';
import { FileField } from '../../form/file-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
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
  const [search, change] = useSearchState<{ entity?: ImportEntity; type?: string | undefined; action?: string }>();
  const mayProducts = useMay('catalogue.edit');
  const choices = IMPORT_ENTITIES.filter((one) => (search.action ? isParty(one) : one !== 'product' || mayProducts));
  const entity: ImportEntity = choices.find((one) => one === search.entity) ?? 'contact';
  const types = useEndpoint(listAssetTypes, {}, { when: entity === 'asset' }).data?.types.filter(
    (one) => !one.archived,
  );
  const assetTypeId = entity === 'asset' ? (search.type ?? types?.[0]?.id ?? null) : null;
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (file === null) return;
    setBusy(true);
    setWrong(undefined);
    try {
      const { id } = await upload<Import>(uploadImportPath(entity, { assetTypeId, actionId: search.action }), {
        file,
      });
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
      text={t(search.action ? 'uploadForAudience' : 'uploadText')}
      crumbs={[{ label: t('imports'), href: paths.imports() }]}
      width="reading"
    >
      <Stack gap="large">
        <RadioField<ImportEntity>
          label={t('chooseWhat')}
          value={entity}
          onChange={(next) => change({ entity: next })}
          choices={choices.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        {entity === 'asset' && types?.length === 0 ? <Alert tone="warn">{t('noAssetTypes')}</Alert> : null}
        {entity === 'asset' && types && types.length > 0 ? (
          <SelectField<string>
            label={t('assetType')}
            choices={types.map(({ id, name }) => ({ value: id as string, label: name }))}
            value={assetTypeId}
            onChange={(type) => change({ type: type ?? undefined })}
          />
        ) : null}
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
          <Button
            look="primary"
            disabled={file === null || (entity === 'asset' && assetTypeId === null)}
            busy={busy}
            onClick={() => void send()}
          >
            {t('upload')}
          </Button>
        </Foot>
      </Stack>
    </Page>
  );
}
