import { changePassword, updatePreferences } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { PasswordField, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { TimeZoneField } from '../../locale-fields/time-zone-field.tsx';
import { refreshSession, useSession } from '../../session/session.ts';
import { Card, Section } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { StandIn } from './stand-in.tsx';
import { texts } from './texts/texts.ts';

/** One's own name, language, time zone and password. */
export function ProfileScreen() {
  const t = useTexts(texts);
  const { user } = useSession();
  return (
    <Page title={t('profile')} text={t('profileText')} width="reading">
      {user ? <Preferences {...user} /> : null}
      {user ? <StandIn userId={user.id} /> : null}
      <Password />
    </Page>
  );
}

type User = NonNullable<ReturnType<typeof useSession>['user']>;

function Preferences({ email, name, language, timeZone, mailWhenFinished }: User) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const save = useAction(updatePreferences, { toast: false });
  const start = { name, language, timeZone, mailWhenFinished };
  const form = useForm({ schema: updatePreferences.input, start, send: save.runAsync });
  const saved = async () => {
    await refreshSession();
    form.reset(form.values);
    notify.success(common('saved'));
  };
  return (
    <Section title={t('aboutYou')}>
      <Card>
        <Form form={form} onSaved={() => void saved()}>
          <Text tone="quiet">
            {t('email')}: {email}
          </Text>
          <TextField name="name" label={t('yourName')} autoComplete="name" />
          <FieldRow>
            <LanguageField name="language" label={t('language')} hint={t('yourLanguageHint')} />
            <TimeZoneField name="timeZone" label={t('timeZone')} hint={t('yourTimeZoneHint')} />
          </FieldRow>
          <Switch name="mailWhenFinished" label={t('mailWhenFinished')} hint={t('mailWhenFinishedHint')} />
          <FormFoot action={common('save')} />
        </Form>
      </Card>
    </Section>
  );
}

function Password() {
  const t = useTexts(texts);
  const change = useAction(changePassword, { toast: false });
  const start = { currentPassword: '', newPassword: '' };
  const form = useForm({ schema: changePassword.input, start, send: change.runAsync });
  const saved = () => {
    form.reset(start);
    notify.success(t('passwordChanged'));
  };
  return (
    <Section title={t('changePassword')} text={t('changePasswordText')}>
      <Card>
        <Form form={form} onSaved={saved}>
          <PasswordField name="currentPassword" label={t('presentPassword')} />
          <PasswordField name="newPassword" label={t('newPassword')} hint={t('passwordHint')} fresh />
          <FormFoot action={t('changePassword')} />
        </Form>
      </Card>
    </Section>
  );
}
