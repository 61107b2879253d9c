import { getSendTimes } from '../../../../contract/send-times.ts';
import type { WindowChoice } from '../../../../contract/send-window.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { SendWindowField, USUAL_WINDOW } from '../../send-window/send-window-field.tsx';
import { useWindowSentence } from '../../send-window/use-window-sentence.ts';
import { texts } from './texts/texts.ts';

interface Props {
  choice: WindowChoice;
  onChoose: (choice: WindowChoice) => void;
  expiresAfterHours: number;
  onExpire: (hours: number) => void;
}

const CHOICES = ['company', 'any', 'own'] as const;

/** The hours in which messages may leave, and when they are given up. */
export function SendHours({ choice, onChoose, expiresAfterHours, onExpire }: Props) {
  const t = useTexts(texts);
  const sentence = useWindowSentence();
  const company = useEndpoint(getSendTimes, {}).data?.window;
  const ofCompany = company === undefined ? undefined : company === null ? t('companyAnyTime') : sentence(company);
  const choose = (kind: WindowChoice['kind']) =>
    onChoose(kind === 'own' ? { kind, window: company ?? USUAL_WINDOW } : { kind });
  return (
    <>
      <RadioField
        label={t('hoursQuestion')}
        value={choice.kind}
        onChange={choose}
        choices={CHOICES.map((kind) => ({
          value: kind,
          label: t(`hours_${kind}`),
          hint: kind === 'company' ? ofCompany : undefined,
        }))}
      />
      {choice.kind === 'own' ? (
        <SendWindowField value={choice.window} onChange={(window) => onChoose({ kind: 'own', window })} />
      ) : null}
      <NumberField
        label={t('expiresAfter')}
        hint={t('expiresAfterHint')}
        unit={t('hoursUnit')}
        min={1}
        max={720}
        value={expiresAfterHours}
        onChange={(hours) => hours !== null && onExpire(hours)}
      />
    </>
  );
}
