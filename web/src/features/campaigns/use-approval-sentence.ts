import type { campaignHistory } from '../../../../contract/campaigns.ts';
import type { RowOf } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { approvalTexts } from './approval-texts/texts.ts';
import { historyTexts } from './history-texts/texts.ts';

type Detail = RowOf<typeof campaignHistory>['detail'];

/** What the history says of an approval that was refused, or that a change voided. */
export function useApprovalSentence(): (
  verb: 'approval_refused' | 'approval_void',
  detail: Detail,
  who: string,
) => string {
  const t = useTexts(historyTexts);
  const words = useTexts(approvalTexts);
  const { list } = useFormat();
  return (verb, detail, who) => {
    if (verb === 'approval_refused') return t(verb, { who, reason: String(detail['reason'] ?? '') });
    const parts = Array.isArray(detail['parts']) ? detail['parts'] : [];
    return t(verb, { parts: list(parts.map((part) => words(`part_${part}` as 'part_cost'))) });
  };
}
