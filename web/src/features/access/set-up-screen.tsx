import { useEffect } from 'react';
import { setUp } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { FieldGroup, FieldRow, Form } from '../../form/form.tsx';
import { PasswordField, TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { switchLanguage } from '../../i18n/engine.ts';
import { nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { CurrencyField, likelyCurrency } from '../../locale-fields/currency-field.tsx';
import { LanguageField } from '../../locale-fields/language-field.tsx';
import { browserTimeZone, TimeZoneField } from '../../locale-fields/time-zone-field.tsx';
import { paths } from '../../paths.ts';
import { refreshSession, useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { useGo } from '../../url.ts';
import { Entrance } from './entrance.tsx';
import { texts } from './texts/texts.ts';

/** First run: the administrator and the company in one page. */
export function SetUpScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const { setupNeeded } = useSession();
  const { language } = useFormat();
  const create = useAction(setUp, { toast: false });
  const form = useForm({
    schema: setUp.input,
    start: {
      name: '',
      email: '',
      password: '',
      company: '',
      language: nearestLanguage([language]),
      currency: likelyCurrency(browserTimeZone()),
      timeZone: browserTimeZone(),
    },
    send: create.runAsync,
  });
  const { store } = form;
  useEffect(() => {
    if (!setupNeeded) go(paths.today(), { replace: true });
  }, [setupNeeded, go]);
  useEffect(() => store.set('language', nearestLanguage([language])), [language, store]);
  return (
    <Entrance title={t('setUpTitle')} text={t('setUpText')}>
      <Form form={form} guard={false} onSaved={() => void refreshSession()}>
        <FieldGroup title={t('you')}>
          <TextField name="name" label={t('yourName')} autoComplete="name" autoFocus />
          <TextField name="email" label={t('email')} kind="email" autoComplete="username" />
          <PasswordField name="password" label={t('newPassword')} hint={t('passwordHint')} fresh />
        </FieldGroup>
        <FieldGroup title={t('company')}>
          <TextField name="company" label={t('companyName')} hint={t('companyNameHint')} autoComplete="organization" />
          <FieldRow>
            <LanguageField
              name="language"
              label={t('language')}
              onChange={(chosen) => chosen && switchLanguage(chosen)}
            />
            <CurrencyField name="currency" label={t('currency')} />
          </FieldRow>
          <TimeZoneField name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} />
        </FieldGroup>
        <Button submit look="primary" size="large" wide busy={form.busy}>
          {t('begin')}
        </Button>
      </Form>
    </Entrance>
  );
}
