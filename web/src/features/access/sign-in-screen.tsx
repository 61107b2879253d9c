import { useEffect } from 'react';
import { signIn } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { Form } from '../../form/form.tsx';
import { PasswordField, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { refreshSession, useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { useGo, useSearchState } from '../../url.ts';
import { Entrance } from './entrance.tsx';
import { texts } from './texts/texts.ts';

/** Only an address of our own is gone on to, whatever the link says. */
export function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn()) ? next : paths.today();
}

export function SignInScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { installation, setupNeeded, user } = useSession();
  const [search] = useSearchState<{ next?: string }>();
  const enter = useAction(signIn, { toast: false });
  const form = useForm({ schema: signIn.input, start: { email: '', password: '' }, send: enter.runAsync });
  const onward = setupNeeded ? paths.setup() : user ? ownAddress(search.next) : null;
  useEffect(() => {
    if (onward) go(onward, { replace: true });
  }, [onward, go]);
  const title = installation ? t('signInTo', { company: installation.name }) : t('signIn');
  return (
    <Entrance title={title} foot={t('forgot')}>
      <Form form={form} guard={false} onSaved={() => void refreshSession()}>
        <TextField name="email" label={t('email')} kind="email" autoComplete="username" autoFocus />
        <PasswordField name="password" label={t('password')} />
        <Button submit look="primary" size="large" wide busy={form.busy}>
          {t('signIn')}
        </Button>
      </Form>
    </Entrance>
  );
}
