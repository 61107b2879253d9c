import { campaignHistory } from '../../../../contract/campaigns.ts';
import { listRuns, sendTest } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { useHere } from './campaign-context.ts';
import { workTexts } from './work-texts/texts.ts';

/** A test of work is an item of one's own. */
export function ProofOnMyDesk() {
  const t = useTexts(workTexts);
  const { action, problems } = useHere();
  const me = useSession().user?.email ?? '';
  const test = useAction(sendTest, { invalidate: [listRuns, campaignHistory], done: t('proofThere'), toast: false });
  const call = action.channel === 'call';
  return (
    <Section title={t('proofTitle')} text={t('proofText')}>
      {test.problem ? <Alert tone="bad">{test.problem.message}</Alert> : null}
      <Row>
        <Button
          busy={test.busy}
          disabled={problems.some(({ stop }) => stop === 'what')}
          onClick={() => test.run({ id: action.id, to: me })}
        >
          {t('proof')}
        </Button>
        <Button look="quiet" href={call ? paths.desk() : paths.tasks()}>
          {t(call ? 'openDesk' : 'openTasks')}
        </Button>
      </Row>
    </Section>
  );
}
