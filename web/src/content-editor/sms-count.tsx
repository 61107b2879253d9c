import { countSms, MANY_PARTS, plainSms } from '../../../contract/sms-text.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Text } from '../ui/text.tsx';
import { smsTexts } from './sms-texts/texts.ts';

interface SmsCountProps {
  /** As the person gets it, fields filled in. */
  text: string;
  /** As it is written. */
  template: string;
  /** Takes the text in plain characters in the place of what is written. */
  onPlain?: ((text: string) => void) | undefined;
}

const MOST_NAMED = 8;

/** A character with its number, as some are not seen. */
const named = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{Z}\p{C}]/u.test(character) ? code : `${character} (${code})`;
};

/** Q17: in how many parts it goes, and why it is not fewer. */
export function SmsCount({ text, template, onPlain }: SmsCountProps) {
  const t = useTexts(smsTexts);
  const { parts, encoding, units, left, forcing } = countSms(text);
  const count = parts.length;
  const plain = plainSms(template);
  const merged = forcing.filter((character) => !template.includes(character));
  return (
    <div className="sms-count" aria-live="polite">
      <Text strong tone={count >= MANY_PARTS ? 'warn' : undefined}>
        {t('parts', { count })}
      </Text>
      <Text size="small" tone="quiet">
        {t(encoding === 'gsm7' ? 'unitsGsm' : 'unitsUcs', { units, left })}
      </Text>
      {count >= MANY_PARTS ? <Alert tone="warn">{t('manyParts', { count })}</Alert> : null}
      {forcing.length > 0 ? (
        <Alert
          tone="warn"
          title={t('forced', { characters: forcing.slice(0, MOST_NAMED).map(named).join(', ') })}
          action={
            onPlain && plain.changes.length > 0 ? (
              <Button size="small" onClick={() => onPlain(plain.text)}>
                {t('makePlain')}
              </Button>
            ) : null
          }
        >
          <p>{t('forcedText')}</p>
          {plain.changes.length > 0 ? (
            <p>
              {t('plainChanges', { changes: plain.changes.map(({ from, to }) => `${named(from)} → ${to}`).join(', ') })}
            </p>
          ) : null}
          {merged.length > 0 ? <p>{t('forcedByField', { characters: merged.join(' ') })}</p> : null}
        </Alert>
      ) : null}
    </div>
  );
}
