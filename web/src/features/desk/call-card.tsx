import { useEffect, useRef, useState } from 'react';
import { CALL_OUTCOMES, type CallOutcome, type DeskCall } from '../../../../contract/desk.ts';
import { texts as dossierTexts } from '../../dossier/texts/texts.ts';
import { TextArea } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { PartyTimeline } from '../../timeline/party-timeline.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { CallBack } from './call-back.tsx';
import { Callee } from './callee.tsx';
import { texts } from './texts/texts.ts';
import type { Desk } from './use-desk.ts';

interface CallCardProps {
  call: DeskCall;
  desk: Desk;
}

const isWriting = (element: EventTarget) =>
  element instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);

/** The person, the words and the outcome. Its keys work while the focus is inside, so that they surprise nobody elsewhere. */
export function CallCard({ call, desk }: CallCardProps) {
  const t = useTexts(texts);
  const d = useTexts(dossierTexts);
  const frame = useRef<HTMLElement>(null);
  const [note, setNote] = useState('');
  const [later, setLater] = useState(false);
  useEffect(() => frame.current?.focus(), []);

  const end = async (outcome: CallOutcome, at?: string) => {
    if (await desk.end(outcome, { note, ...(at ? { at } : {}) }))
      notify.success(t('saved', { outcome: d(`outcome_${outcome}`) }));
  };
  const choose = async (outcome: CallOutcome) => {
    if (desk.busy) return;
    if (outcome === 'call_back') return setLater(true);
    const question = {
      title: t('doNotCallTitle', { number: call.number }),
      text: t('doNotCallText'),
      action: t('doNotCall'),
      danger: true,
    };
    if (outcome === 'do_not_call' && !call.proof && !(await confirm(question))) return;
    await end(outcome);
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return frame.current?.focus();
    if (isWriting(event.target)) return;
    const chosen = CALL_OUTCOMES[Number(event.key) - 1];
    if (chosen) void choose(chosen);
    else if (event.key === '0') void desk.skip();
    else if (event.key === 'n') frame.current?.querySelector('textarea')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <section ref={frame} className="desk" aria-label={t('desk')} tabIndex={-1} onKeyDown={onKey}>
      <Columns asideLabel={d('about')} aside={<PartyTimeline entity={call.party.kind} id={call.party.id} />}>
        <Stack>
          {desk.problem ? <Alert tone="bad">{desk.problem.errors[0]?.message ?? desk.problem.message}</Alert> : null}
          <Callee call={call} />
          <Card>
            <Heading level={3}>{t('script')}</Heading>
            {call.script ? <p className="desk-script">{call.script}</p> : <Text tone="quiet">{t('noScript')}</Text>}
            {call.directLink ? <CopyText label={d('directLink')} text={call.directLink} /> : null}
          </Card>
          {call.notes ? (
            <div>
              <Heading level={3}>{t('notes')}</Heading>
              <p className="desk-notes">{call.notes}</p>
            </div>
          ) : null}
          <TextArea label={t('note')} hint={t('noteHint')} rows={2} value={note} onChange={setNote} />
          {later ? (
            <CallBack busy={desk.busy} onSave={(at) => void end('call_back', at)} onCancel={() => setLater(false)} />
          ) : (
            <Outcomes busy={desk.busy} choose={(outcome) => void choose(outcome)} skip={() => void desk.skip()} />
          )}
        </Stack>
      </Columns>
    </section>
  );
}

interface OutcomesProps {
  busy: boolean;
  choose: (outcome: CallOutcome) => void;
  skip: () => void;
}

function Outcomes({ busy, choose, skip }: OutcomesProps) {
  const t = useTexts(texts);
  const d = useTexts(dossierTexts);
  const key = (name: number) => <kbd className="desk-key">{name}</kbd>;
  return (
    <fieldset className="desk-choice">
      <legend className="visually-hidden">{t('outcome')}</legend>
      <div className="desk-outcomes">
        {CALL_OUTCOMES.map((outcome, place) => (
          <Button
            key={outcome}
            wide
            look={outcome === 'reached' ? 'primary' : 'default'}
            icon={key(place + 1)}
            disabled={busy}
            onClick={() => choose(outcome)}
          >
            {d(`outcome_${outcome}`)}
          </Button>
        ))}
        <Button wide look="quiet" icon={key(0)} disabled={busy} onClick={skip}>
          {t('skip')}
        </Button>
      </div>
      <Text size="small" tone="quiet">
        {t('keys')}
      </Text>
    </fieldset>
  );
}
