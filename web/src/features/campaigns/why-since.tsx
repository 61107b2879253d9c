import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { Party } from '../../../../contract/runs.ts';
import { type LineSince, whyInRun } from '../../../../contract/why.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { sinceTexts } from './since-texts/texts.ts';
import { ThenNow } from './then-now.tsx';

type Since = OutputOf<typeof whyInRun>;

/** Why in, why out of a list that stands: what was written down, and what has changed since. */
export function WhySince({ runId, party }: { runId: Since['run']['id']; party: Party }) {
  const why = useEndpoint(whyInRun, { id: runId, partyKind: party.kind, partyId: party.id });
  if (why.problem) return <Alert tone="bad">{why.problem.message}</Alert>;
  if (!why.data) return <Skeleton lines={6} />;
  return <Since why={why.data} />;
}

function Since({ why }: { why: Since }) {
  const t = useTexts(sinceTexts);
  const format = useFormat();
  const { run, party } = why;
  const at = run.sealedAt ?? run.generatedAt;
  const nothing = why.lines.every((line) => line.before === null);
  return (
    <Stack>
      {at ? <Text tone="quiet">{t('writtenDown', { time: format.dateTime(at) })}</Text> : null}
      {party.name === null ? <Alert tone="warn">{t('isGone')}</Alert> : null}
      {party.merged ? <Alert tone="accent">{t('isMerged')}</Alert> : null}
      {why.edited ? <Alert tone="accent">{t('isEdited')}</Alert> : null}
      {nothing ? <Text tone="quiet">{t('wasNotThere')}</Text> : null}
      {why.rules.length > 0 ? (
        <ThenNow
          label={t('rule')}
          rows={why.rules.map((rule) => ({
            key: rule.path + rule.sentence,
            text: rule.sentence,
            level: rule.path.split('.').length - 1,
            detail: rule.seen === null ? [] : [t('seenNow', { value: rule.seen })],
            before: rule.before,
            now: rule.now,
          }))}
          unknown={t('notKnown')}
        />
      ) : null}
      {why.lines.map((line) => (
        <Line key={`${line.partyId}.${line.role}.${line.assetId}`} line={line} gone={party.name === null} />
      ))}
    </Stack>
  );
}

function Line({ line, gone }: { line: LineSince; gone: boolean }) {
  const t = useTexts(sinceTexts);
  const words = useTexts(runTexts);
  const format = useFormat();
  const reason = useReason();
  const { before, now } = line;
  const shown = before ?? now;
  const listed = useHere().action.channel === 'list';
  return (
    <section className="stack gap-small">
      <Heading level={3}>{shown?.address ?? words(listed ? 'inTheListHeading' : 'noAddress')}</Heading>
      {before ? (
        <Row>
          <Badge tone={before.verdict === 'planned' ? 'good' : 'warn'}>
            {words(before.verdict === 'planned' && listed ? 'inTheList' : `verdict_${before.verdict}`)}
          </Badge>
          {before.reason ? <Text as="span">{reason(before.reason)}</Text> : null}
          <Text as="span" tone="quiet">
            {t('cameBy', { origin: words(`origin_${before.origin}`) })}
          </Text>
        </Row>
      ) : null}
      {before?.consent ? (
        <Text size="small" tone="quiet">
          {t('allowedBy', { time: format.dateTime(before.consent.at) })}
          {before.consent.wording ? ` · ${before.consent.wording}` : ''}
        </Text>
      ) : null}
      <Changes line={line} gone={gone} />
      <ThenNow
        label={t('gate')}
        rows={line.gates.map((gate) => ({
          key: gate.reason,
          text: reason(gate.before === false || gate.now === false ? gate.reason : `ok_${gate.reason}`),
          detail: [
            ...(gate.beforeSeen === null ? [] : [t('seenThen', { value: gate.beforeSeen })]),
            ...(gate.nowSeen === null ? [] : [t('seenNow', { value: gate.nowSeen })]),
          ],
          before: gate.before,
          now: gate.now,
        }))}
        unknown={t('notReached')}
      />
    </section>
  );
}

/** In one sentence each what is not as it was. */
function Changes({ line: { before, now }, gone }: { line: LineSince; gone: boolean }) {
  const t = useTexts(sinceTexts);
  const reason = useReason();
  if (gone) return null;
  const told: string[] = [];
  if (before === null) told.push(t('newLine'));
  if (before && now === null) told.push(t('notSelected'));
  if (before?.address && now?.address && before.address !== now.address)
    told.push(t('changedAddress', { before: before.address, now: now.address }));
  if (now && now.reason !== (before?.reason ?? null))
    told.push(now.reason === null ? t('wouldBeIn') : t('wouldBeOut', { reason: reason(now.reason) }));
  return (
    <Alert tone={told.length > 0 ? 'warn' : 'neutral'} title={t('sinceThen')}>
      {told.length > 0 ? told.join(' ') : t('nothingChanged')}
    </Alert>
  );
}
