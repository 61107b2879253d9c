import { useState } from 'react';
import { UTM_PARTS, type Utm, utmDefaults, utmFor, withUtm } from '../../../../contract/utm.ts';
import { FieldRow } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Section } from '../../ui/card.tsx';
import { Code, Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { useSaveAction } from './use-save-action.ts';
import { utmTexts } from './utm-texts/texts.ts';

const NOTHING_WRITTEN: Utm = { source: '', medium: '', campaign: '' };
const EXAMPLE = 'https://example.com/';

/** What the web’s statistics are told of who comes by a link of the message. */
export function UtmFields() {
  const t = useTexts(utmTexts);
  const { campaign, action } = useHere();
  const { save, problem } = useSaveAction();
  const [utm, setUtm] = useState(action.utm);
  const change = (next: Utm | null) => {
    setUtm(next);
    save({ utm: next });
  };
  const of = { channel: action.channel, code: campaign.code };
  const usual = utmDefaults(of);
  return (
    <Section title={t('title')} text={t('text')}>
      <Switch
        label={t('on')}
        value={utm !== null}
        error={problem?.message}
        onChange={(on) => change(on ? NOTHING_WRITTEN : null)}
      />
      {utm === null ? null : (
        <>
          <FieldRow>
            {UTM_PARTS.map((part) => (
              <TextField
                key={part}
                label={t(part)}
                example={usual[part]}
                value={utm[part]}
                onChange={(said) => change({ ...utm, [part]: said })}
              />
            ))}
          </FieldRow>
          <Text size="small" tone="quiet">
            {t('example')} <Code>{withUtm(EXAMPLE, utmFor(utm, of))}</Code>. {t('ownWins')}
          </Text>
        </>
      )}
    </Section>
  );
}
