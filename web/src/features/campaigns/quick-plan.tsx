import type { DispatchChannel } from '../../../../contract/campaigns.ts';
import type { SalesLineInput } from '../../../../contract/sales-plan.ts';
import { FieldGroup } from '../../form/form.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { SalesPlanFields } from './sales-plan-fields.tsx';
import { salesTexts } from './sales-texts/texts.ts';

interface QuickPlanProps {
  channel: DispatchChannel;
  lines: readonly SalesLineInput[];
  onLines: (lines: SalesLineInput[]) => void;
}

/** What is issued for each addressee, in the same form. */
export function QuickPlan({ channel, lines, onLines }: QuickPlanProps) {
  const t = useTexts(salesTexts);
  const { installation } = useSession();
  return (
    <FieldGroup title={t('planTitle')}>
      <SalesPlanFields
        channel={channel}
        within="salesPlan"
        lines={lines}
        onLines={onLines}
        currency={installation?.currency ?? 'EUR'}
      />
    </FieldGroup>
  );
}
