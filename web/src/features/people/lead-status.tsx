import type { LeadState } from '../../../../contract/leads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Status } from '../../ui/badge.tsx';
import { leadTexts } from './lead-texts/texts.ts';

const TONES = { open: 'accent', converted: 'good', lost: 'neutral' } as const;

export function LeadStatus({ state }: { state: LeadState }) {
  const t = useTexts(leadTexts);
  return <Status tone={TONES[state]}>{t(state)}</Status>;
}
