import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import type { ContactId, ProofReaderId } from '../../../../contract/ids.ts';
import { listRuns, sendTest } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { PartySearch } from './party-search.tsx';
import { ProofReaders, useProofReaders } from './proof-readers.tsx';
import { TestCount, TestTrouble } from './test-outcome.tsx';
import { texts } from './texts/texts.ts';
import { RunStatus } from './words.tsx';

/** One click sends it to oneself, filled in as for a real person; it never counts. */
export function TestToMyself() {
  const t = useTexts(texts);
  const { action, runs, problems } = useHere();
  const byPhone = action.channel === 'sms';
  const email = useSession().user?.email ?? '';
  const me = byPhone ? '' : email;
  const [to, setTo] = useState(me);
  const [as, setAs] = useState<{ id: ContactId; name: string } | null>(null);
  const readers = useProofReaders(byPhone);
  const [also, setAlso] = useState<ProofReaderId[]>([]);
  const alsoTo = readers.filter(({ id }) => also.includes(id)).map(({ address }) => address);
  const test = useAction(sendTest, { invalidate: [listRuns, campaignHistory], toast: false });
  const [asked, setAsked] = useState(1);
  const tests = runs.filter((run) => run.mode === 'test').slice(0, asked);
  const last = tests.find(({ state }) => state !== 'finished') ?? tests[0];
  const troubled = tests.some(({ sums }) => sums.failed + sums.unknown + sums.dropped + sums.deferred > 0);
  const sendWords = byPhone ? 'testSendPhone' : to === me ? 'testSendMe' : 'testSend';
  const send = () => {
    setAsked(alsoTo.length + 1);
    test.run({ id: action.id, to: to.trim(), alsoTo, contactId: as?.id ?? null });
  };
  const lacking = problems.some(({ stop }) => stop === 'what');
  return (
    <Section title={t('testTitle')} text={t('testText')}>
      {test.problem ? (
        <Alert tone="bad">{test.problem.errors.map(({ message }) => message).join(' ') || test.problem.message}</Alert>
      ) : null}
      <div className="test-fields">
        <TextField
          label={t(byPhone ? 'testToPhone' : 'testTo')}
          kind={byPhone ? 'tel' : 'email'}
          value={to}
          onChange={setTo}
          error={test.problem?.errors.find(({ field }) => field === 'to')?.message}
        />
        <div>
          <PartySearch
            label={t('testAs')}
            peopleOnly
            onPick={(party, name) => setAs({ id: party.id as unknown as ContactId, name })}
          />
          {as ? (
            <Row>
              <Text size="small">{t('testAsChosen', { name: as.name })}</Text>
              <Button size="small" look="quiet" onClick={() => setAs(null)}>
                {t('testAsNobody')}
              </Button>
            </Row>
          ) : null}
        </div>
      </div>
      <ProofReaders readers={readers} chosen={also} onChange={setAlso} />
      <Row>
        <Button busy={test.busy} disabled={to.trim() === '' || lacking} onClick={send}>
          {alsoTo.length > 0 ? t('testSendAll', { count: alsoTo.length + 1 }) : t(sendWords)}
        </Button>
        {last ? (
          <span role="status">
            <RunStatus state={last.state} />{' '}
            {last.state === 'finished' || troubled ? <TestCount tests={tests} /> : null}
          </span>
        ) : null}
      </Row>
      {tests.map((run) => (
        <TestTrouble key={run.id} run={run} />
      ))}
    </Section>
  );
}
