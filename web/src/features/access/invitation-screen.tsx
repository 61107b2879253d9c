import { useEffect } from 'react';
import { acceptInvitation, getInvitation } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form } from '../../form/form.tsx';
import { PasswordField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { switchLanguage } from '../../i18n/engine.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { refreshSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { useGo, useParam } from '../../url.ts';
import { Entrance } from './entrance.tsx';
import { texts } from './texts/texts.ts';

/** Where an invitation's link leads: whom it is for, and the password to choose. */
export function InvitationScreen() {
  const t = useTexts(texts);
  const token = useParam('token');
  const { data, problem } = useEndpoint(getInvitation, { token });
  const language = data?.language;
  useEffect(() => {
    if (language) switchLanguage(language);
  }, [language]);
  if (problem) {
    return (
      <Entrance title={t('invitationGone')} text={problem.message}>
        <Button href={paths.signIn()} wide>
          {t('toSignIn')}
        </Button>
      </Entrance>
    );
  }
  if (!data) return <Skeleton lines={4} />;
  return (
    <Entrance title={t('invitationTitle', { name: data.name })} text={t('invitationText', { company: data.company })}>
      <ChoosePassword token={token} email={data.email} />
    </Entrance>
  );
}

function ChoosePassword({ token, email }: { token: string; email: string }) {
  const t = useTexts(texts);
  const go = useGo();
  const accept = useAction(acceptInvitation, { toast: false });
  const form = useForm({
    schema: acceptInvitation.input.pick({ password: true }),
    start: { password: '' },
    send: ({ password }) => accept.runAsync({ token, password }),
  });
  const enter = async () => {
    await refreshSession();
    go(paths.today(), { replace: true });
  };
  return (
    <Form form={form} guard={false} onSaved={() => void enter()}>
      <Text>
        {t('email')}: <strong>{email}</strong>
      </Text>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="password" label={t('newPassword')} hint={t('passwordHint')} fresh />
      <Button submit look="primary" size="large" wide busy={form.busy}>
        {t('choosePassword')}
      </Button>
    </Form>
  );
}
