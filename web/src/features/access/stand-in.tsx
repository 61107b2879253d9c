import { clearAbsence, getAbsence, setAbsence } from '../../../../contract/stand-ins.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { DateField } from '../../form/date-field.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { useForm } from '../../form/use-form.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { standInTexts } from './stand-in-texts/texts.ts';

interface AwayProps {
  userId: string;
  start: { standInId: string | null; from: string; until: string };
  away: boolean;
}

/** When one is away, and who does one's work then. */
export function StandIn({ userId }: { userId: string }) {
  const t = useTexts(standInTexts);
  const { data } = useEndpoint(getAbsence, { userId: userId as never });
  const start = data?.absence ?? { standInId: null, from: '', until: '' };
  return (
    <Section title={t('away')} text={t('awayText')}>
      <Card>
        {data ? (
          <AwayForm key={JSON.stringify(start)} userId={userId} start={start} away={data.absence !== null} />
        ) : (
          <Skeleton lines={2} />
        )}
      </Card>
    </Section>
  );
}

function AwayForm({ userId, start, away }: AwayProps) {
  const t = useTexts(standInTexts);
  const common = useTexts(shared);
  const stale = { invalidate: [getAbsence] };
  const save = useAction(setAbsence, { ...stale, toast: false });
  const clear = useAction(clearAbsence, { ...stale, done: t('backDone') });
  const form = useForm({
    schema: setAbsence.input.omit({ userId: true }),
    start,
    send: (values) => save.runAsync({ ...values, userId: userId as never }),
  });
  const saved = () => {
    form.reset(form.values);
    notify.success(common('saved'));
  };
  return (
    <Form form={form} onSaved={saved}>
      <FieldRow>
        <DateField name="from" label={t('from')} max={form.values.until || undefined} />
        <DateField name="until" label={t('until')} min={form.values.from || undefined} />
      </FieldRow>
      <UserField name="standInId" label={t('standIn')} hint={t('standInHint')} />
      <FormFoot action={common('save')}>
        {away ? (
          <Button busy={clear.busy} onClick={() => clear.run({ userId: userId as never })}>
            {t('back')}
          </Button>
        ) : null}
      </FormFoot>
    </Form>
  );
}
