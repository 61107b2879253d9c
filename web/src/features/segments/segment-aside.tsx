import type { RulePartyKind } from '../../../../contract/audience.ts';
import type { RuleTree } from '../../../../contract/rule.ts';
import { previewSegment, type Segment } from '../../../../contract/segments.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { finishedRule } from '../../rules/problems.ts';
import { useRuleTerms } from '../../rules/use-rule-terms.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';
import { useSettled } from './use-settled.ts';
import './segments.css';

interface SegmentAsideProps {
  partyKind: RulePartyKind;
  rule: RuleTree;
  segment: Segment | null;
}

/** How many the rule selects at this moment, and the first of them; conditions not filled in yet are left out. */
export function SegmentAside({ partyKind, rule, segment }: SegmentAsideProps) {
  const t = useTexts(texts);
  const terms = useRuleTerms(partyKind);
  const asked = { partyKind, rule: finishedRule(rule, terms), ...(segment ? { segmentId: segment.id } : {}) };
  const settled = useSettled(asked, JSON.stringify(asked));
  const { data, problem, refreshing } = useEndpoint(previewSegment, settled, { when: !terms.loading, keep: true });
  return (
    <Stack>
      <Card>
        <div role="status" aria-live="polite" aria-busy={refreshing}>
          {problem ? <Alert tone="bad">{problem.errors[0]?.message ?? problem.message}</Alert> : null}
          {data && !problem ? (
            <p className="segment-count">
              <strong>
                <Count value={data.count} />
              </strong>{' '}
              <span>{t(`found_${partyKind}`, { count: data.count })}</span>
            </p>
          ) : null}
          {data || problem ? null : <Skeleton lines={2} />}
        </div>
      </Card>
      {data && data.sample.length > 0 ? (
        <Card title={data.count > data.sample.length ? t('someOfThem') : t('allOfThem')}>
          <ul className="segment-sample">
            {data.sample.map((party) => (
              <li key={party.id}>
                <Link href={paths[partyKind](party.id)}>{party.name || party.email || '–'}</Link>
                <Text size="small" tone="quiet" as="span">
                  {party.companyName ?? party.email ?? ''}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {segment && segment.uses.length > 0 ? (
        <Card title={t('usedBy')}>
          <ul className="segment-sample">
            {segment.uses.map((use) => (
              <li key={use.id}>
                <Link href={use.kind === 'segment' ? paths.segment(use.id) : paths.campaign(use.id)}>{use.name}</Link>
                <Text size="small" tone="quiet" as="span">
                  {t(`use_${use.kind}`)}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Stack>
  );
}
