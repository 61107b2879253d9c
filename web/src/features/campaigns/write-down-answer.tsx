import { useState } from 'react';
import { ANSWERS, type Answer } from '../../../../contract/occasion.ts';
import type { Party } from '../../../../contract/runs.ts';
import { RadioField } from '../../form/choice-fields.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { answerTexts } from './answer-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { PartySearch } from './party-search.tsx';
import { useSetAnswer } from './use-set-answer.ts';

/** An answer that came by phone or in person. */
export function WriteDownAnswer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(answerTexts);
  const common = useTexts(shared);
  const { campaign } = useHere();
  const [chosen, setChosen] = useState<{ party: Party; name: string } | null>(null);
  const [answer, setAnswer] = useState<Answer>('yes');
  const set = useSetAnswer(() => {
    setChosen(null);
    onClose();
  });
  return (
    <Modal open={open} onClose={onClose} title={t('writeDown')}>
      <Stack>
        <PartySearch label={t('who')} hint={t('whoHint')} onPick={(party, name) => setChosen({ party, name })} />
        {chosen ? <Text>{chosen.name}</Text> : null}
        <RadioField
          label={t('answer')}
          value={answer}
          onChange={setAnswer}
          choices={ANSWERS.map((value) => ({ value, label: t(value) }))}
        />
        <Row spread="end">
          <Button
            look="primary"
            busy={set.busy}
            disabled={chosen === null}
            onClick={() =>
              chosen && set.run({ id: campaign.id, kind: chosen.party.kind, party: chosen.party.id, answer })
            }
          >
            {common('save')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
