import { useState } from 'react';
import {
  type Approval,
  type ApprovalStanding,
  decideApproval,
  getApproval,
  getTracksApproval,
} from '../../../../contract/approvals.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { AskApproval, RefuseApproval } from './approval-forms.tsx';
import { approvalTexts } from './approval-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { staleApprovals } from './stale-approvals.ts';

/** Of an action, or of all tracks together. */
const useAsked = (): ApprovalStanding | undefined => {
  const { campaign, action } = useHere();
  const profiled = isProfiled(campaign.kind);
  const often = { keep: true, every: 15_000 };
  const ofAction = useEndpoint(getApproval, { id: action.id }, { ...often, when: !profiled });
  const ofTracks = useEndpoint(getTracksApproval, { id: campaign.id }, { ...often, when: profiled });
  return (profiled ? ofTracks : ofAction).data;
};

/** A second person has not approved exactly this yet, though he must. */
export const useAwaitsApproval = (): boolean => {
  const asked = useAsked();
  if (!asked || asked.needed.length === 0) return false;
  return asked.approval?.state !== 'given' || asked.approval.changed.length > 0;
};

/** Above a size or a cost: what a second person says, bound to exactly this. Nothing where nobody need be asked. */
export function ApprovalCard() {
  const t = useTexts(approvalTexts);
  const data = useAsked();
  if (!data || data.needed.length === 0) return null;
  return (
    <Section title={t('title')} text={t('needed')}>
      <Card>
        <Stack>
          <Text>{data.needed.map((why) => t(`needed_${why}`)).join(' ')}</Text>
          {data.approval ? <Said approval={data.approval} /> : null}
          {data.approval ? <Shown approval={data.approval} currency={data.currency} /> : null}
          <Deeds asked={data} />
        </Stack>
      </Card>
    </Section>
  );
}

/** Where it stands, and what has changed since. */
function Said({ approval }: { approval: Approval }) {
  const t = useTexts(approvalTexts);
  const format = useFormat();
  const { state, askedBy, askedAt, decidedBy, decidedAt, reason, changed, note } = approval;
  const who = decidedBy ?? askedBy;
  const when = format.dateTime(decidedAt ?? askedAt);
  const said =
    state === 'asked'
      ? t('waits', { who, when })
      : state === 'given'
        ? t('given', { who, when })
        : t('refused', { who, when, reason });
  const parts = format.list(changed.map((part) => t(`part_${part}`)));
  const tone = state === 'refused' ? 'bad' : changed.length > 0 ? 'warn' : state === 'given' ? 'good' : 'accent';
  return (
    <Alert tone={tone} title={said}>
      {changed.length > 0 ? t('void', { parts }) : note || null}
    </Alert>
  );
}

function Shown({ approval: { planned, costMinor }, currency }: { approval: Approval; currency: string }) {
  const t = useTexts(approvalTexts);
  return (
    <Facts
      facts={[
        { label: t('recipients'), value: planned === null ? t('atStart') : <Count value={planned} /> },
        { label: t('cost'), value: <Money minor={costMinor} currency={currency} /> },
      ]}
    />
  );
}

/** Asking, for whoever runs the campaign; deciding, for somebody else who may. */
function Deeds({ asked: { approval, may } }: { asked: ApprovalStanding }) {
  const t = useTexts(approvalTexts);
  const [open, setOpen] = useState<'ask' | 'refuse' | null>(null);
  const decide = useAction(decideApproval, { invalidate: staleApprovals });
  const fresh = approval !== null && approval.changed.length === 0;
  const approve = async () => {
    const question = { title: t('approveTitle'), text: t('approveText'), action: t('approve') };
    if (approval && (await confirm(question))) decide.run({ id: approval.id, approve: true });
  };
  const asks = may.ask && !(fresh && approval.state !== 'refused');
  return (
    <Row>
      {may.decide && approval ? (
        <>
          <Button look="primary" busy={decide.busy} disabled={!fresh} onClick={() => void approve()}>
            {t('approve')}
          </Button>
          <Button onClick={() => setOpen('refuse')}>{t('refuse')}</Button>
        </>
      ) : null}
      {asks ? <Button onClick={() => setOpen('ask')}>{t(approval ? 'askAgain' : 'ask')}</Button> : null}
      {open === 'ask' ? <AskApproval onClose={() => setOpen(null)} /> : null}
      {open === 'refuse' && approval ? <RefuseApproval id={approval.id} onClose={() => setOpen(null)} /> : null}
    </Row>
  );
}
