import { IconTrash } from '@tabler/icons-react';
import {
  deleteImportProfile,
  getImport,
  type Import,
  type ImportProfile,
  listImportProfiles,
  useImportProfile as takeImportProfile,
} from '../../../../contract/import.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** Mappings kept by name: the one that was recognised, and others to take. Nothing is shown until one was kept. */
export function ProfileFields({ found, onTaken }: { found: Import; onTaken: (next: Import) => void }) {
  const t = useTexts(texts);
  const listed = useEndpoint(listImportProfiles, { entity: found.entity });
  const take = useAction(takeImportProfile, { invalidate: [getImport, listImportProfiles], onSuccess: onTaken });
  const forget = useAction(deleteImportProfile, { invalidate: [getImport, listImportProfiles] });
  const askAndForget = async ({ id, name }: Pick<ImportProfile, 'id' | 'name'>) => {
    const question = { title: t('forgetTitle', { name }), text: t('forgetText'), action: t('forgetProfile', { name }) };
    if (await confirm({ ...question, danger: true })) forget.run({ profileId: id });
  };
  const profiles = listed.data?.profiles ?? [];
  if (profiles.length === 0) return null;
  const { profile } = found;
  return (
    <Section title={t('profile')}>
      {profile ? (
        <Row>
          <Text>{t('profileTaken', { name: profile.name })}</Text>
          <IconButton
            label={t('forgetProfile', { name: profile.name })}
            icon={<IconTrash size={16} />}
            onClick={() => void askAndForget(profile)}
          />
        </Row>
      ) : null}
      <SelectField<ImportProfile['id']>
        label={t('takeProfile')}
        clearable={false}
        nothing={t('noProfile')}
        choices={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        value={profile?.id ?? null}
        onChange={(profileId) => profileId && take.run({ id: found.id, profileId })}
      />
    </Section>
  );
}
