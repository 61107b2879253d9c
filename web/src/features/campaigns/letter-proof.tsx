import { useState } from 'react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import type { ContactId } from '../../../../contract/ids.ts';
import { listRuns, sendTest } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { letterFile } from '../../paths.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { letterTexts } from './letter-texts/texts.ts';
import { PartySearch } from './party-search.tsx';
import { texts } from './texts/texts.ts';

/** Q24: the letter as PDF, before any is printed for good. */
export function LetterProof() {
  const t = useTexts(letterTexts);
  const c = useTexts(texts);
  const { action, runs, problems } = useHere();
  const email = useSession().user?.email ?? '';
  const [as, setAs] = useState<{ id: ContactId; name: string } | null>(null);
  const test = useAction(sendTest, { invalidate: [listRuns, campaignHistory], toast: false });
  const last = runs.find((run) => run.mode === 'test');
  const lacking = problems.some(({ stop }) => stop === 'what');
  return (
    <Section title={t('proofTitle')} text={t('proofText')}>
      {test.problem ? <Alert tone="bad">{test.problem.message}</Alert> : null}
      <PartySearch
        label={c('testAs')}
        peopleOnly
        onPick={(party, name) => setAs({ id: party.id as unknown as ContactId, name })}
      />
      {as ? <Text size="small">{c('testAsChosen', { name: as.name })}</Text> : null}
      <Row>
        <Button
          busy={test.busy}
          disabled={lacking}
          onClick={() => test.run({ id: action.id, to: email, contactId: as?.id ?? null })}
        >
          {t('makeProof')}
        </Button>
        {last ? (
          <Link href={letterFile(last.id, 1)} newTab>
            {t('openProof')}
          </Link>
        ) : null}
      </Row>
    </Section>
  );
}
