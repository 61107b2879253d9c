import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import { type Party, type Run, whyParty } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { WhySince } from './why-since.tsx';

/** A name that tells, when opened, why this person is in or out. */
export function WhyPerson({ party, name }: { party: Party; name: string }) {
  const t = useTexts(runTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link link-quiet link-button" onClick={() => setOpen(true)} title={t('whyInOut')}>
        {name || '–'}
      </button>
      <WhyDrawer open={open} onClose={() => setOpen(false)} party={party} name={name} />
    </>
  );
}

interface WhyDrawerProps {
  open: boolean;
  onClose: () => void;
  party: Party;
  name: string;
  /** The list that stands, if one is asked about; otherwise: as it would be planned now. */
  run?: Run | undefined;
}

export function WhyDrawer({ open, onClose, party, name, run }: WhyDrawerProps) {
  const t = useTexts(runTexts);
  return (
    <Drawer open={open} onClose={onClose} title={t('whyTitle', { name })}>
      {run ? <WhySince runId={run.id} party={party} /> : <WhyNow party={party} />}
    </Drawer>
  );
}

function WhyNow({ party }: { party: Party }) {
  const { action } = useHere();
  const why = useEndpoint(whyParty, { id: action.id, partyKind: party.kind, partyId: party.id });
  if (why.problem) return <Alert tone="bad">{why.problem.message}</Alert>;
  return why.data ? <Why why={why.data} /> : <Skeleton lines={6} />;
}

function Mark({ good }: { good: boolean }) {
  const t = useTexts(runTexts);
  return good ? (
    <IconCheck size={16} className="text-good" aria-label={t('holds')} />
  ) : (
    <IconX size={16} className="text-bad" aria-label={t('holdsNot')} />
  );
}

function Why({ why }: { why: OutputOf<typeof whyParty> }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const { action } = useHere();
  return (
    <Stack>
      {why.rules.length > 0 ? (
        <section>
          <Heading level={3}>{t('rulesHeading')}</Heading>
          <ul className="why-list">
            {why.rules.map((rule) => (
              <li key={rule.path} style={{ paddingInlineStart: `${(rule.path.split('.').length - 1) * 0.75}rem` }}>
                <Mark good={rule.holds} />
                <span>
                  {rule.sentence}
                  {rule.seen === null ? null : (
                    <Text size="small" tone="quiet">
                      {t('seen', { value: rule.seen })}
                    </Text>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {why.lines.length === 0 ? <Text tone="quiet">{t('notMatched')}</Text> : null}
      {why.lines.map((line) => (
        <section key={`${line.role}.${line.address}`}>
          <Heading level={3}>{line.address ?? t(action.channel === 'list' ? 'inTheListHeading' : 'noAddress')}</Heading>
          <Badge tone={line.verdict === 'planned' ? 'good' : 'warn'}>
            {t(line.verdict === 'planned' && action.channel === 'list' ? 'inTheList' : `verdict_${line.verdict}`)}
          </Badge>
          <ul className="why-list">
            {line.gates.map((gate) => (
              <li key={gate.reason}>
                <Mark good={gate.passed} />
                <span>
                  {reason(gate.passed ? `ok_${gate.reason}` : gate.reason)}
                  {gate.seen === null ? null : (
                    <Text size="small" tone="quiet">
                      {t('seen', { value: gate.seen })}
                    </Text>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}
