import { useState } from 'react';
import { getLine, getMessage, type Line } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { letterFile, paths } from '../../paths.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { FileList } from '../../ui/file-list.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Heading, Text } from '../../ui/text.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { When } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { useHappened } from './happened.ts';
import { letterTexts } from './letter-texts/texts.ts';
import { runTexts } from './run-texts/texts.ts';
import { WhySince } from './why-since.tsx';
import { LineStatus } from './words.tsx';

/** One recipient: what happened, in order, and the message as it was received. */
export function LineDrawer({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useTexts(runTexts);
  const l = useTexts(letterTexts);
  const reason = useReason();
  const happened = useHappened();
  const { action } = useHere();
  const [message, setMessage] = useState(false);
  const [why, setWhy] = useState(false);
  const full = useEndpoint(getLine, { id: line.runId, no: line.no });
  const shown = action.channel === 'email' && line.state !== 'excluded';
  return (
    <Drawer open onClose={onClose} title={line.name || '–'} size="large">
      <Stack>
        <Row spread="between">
          <LineStatus state={line.state} />
          <Link href={paths[line.partyKind](line.partyId)}>{t('openPerson')}</Link>
        </Row>
        <Facts
          facts={[
            { label: t('address'), value: line.address ?? '–' },
            { label: t('company'), value: line.companyName ?? '–' },
            ...(line.reason ? [{ label: t('reason'), value: reason(line.reason) }] : []),
            ...(line.reply ? [{ label: t('reply'), value: line.reply }] : []),
            ...(line.nextAt ? [{ label: t('nextTry'), value: <When at={line.nextAt} /> }] : []),
          ]}
        />
        {full.problem ? <Alert tone="bad">{full.problem.message}</Alert> : null}
        {full.data ? (
          <section>
            <Heading level={3}>{t('whatHappened')}</Heading>
            <Timeline
              items={full.data.history.map((entry, index) => ({
                key: `${index}`,
                at: entry.at,
                title: happened(entry.what),
                text: entry.detail,
              }))}
            />
          </section>
        ) : (
          <Skeleton lines={4} />
        )}
        <Row>
          {shown && !message ? <Button onClick={() => setMessage(true)}>{t('showMessage')}</Button> : null}
          {action.channel === 'letter' && line.state === 'sent' ? (
            <Link href={letterFile(line.runId, line.no)} newTab>
              {l('openLetter')}
            </Link>
          ) : null}
          {why ? null : <Button onClick={() => setWhy(true)}>{t('whyInOut')}</Button>}
        </Row>
        {message ? <Message line={line} /> : null}
        {why ? <WhySince runId={line.runId} party={{ kind: line.partyKind, id: line.partyId }} /> : null}
      </Stack>
    </Drawer>
  );
}

function Message({ line }: { line: Line }) {
  const t = useTexts(runTexts);
  const message = useEndpoint(getMessage, { id: line.runId, no: line.no });
  if (message.problem) return <Alert tone="bad">{message.problem.message}</Alert>;
  if (!message.data) return <Skeleton lines={8} />;
  const { subject, from, to, html, text, headers, files } = message.data;
  return (
    <section className="stack gap-normal">
      <Heading level={3}>{subject}</Heading>
      <Facts
        facts={[
          { label: t('from'), value: from },
          { label: t('to'), value: to },
        ]}
      />
      {html ? (
        <Frame title={t('messageOf', { name: line.name })} html={html} />
      ) : (
        <pre className="plain-message">{text}</pre>
      )}
      <FileList files={files} />
      <details>
        <summary>{t('allHeaders')}</summary>
        <dl className="headers">
          {headers.map((header) => (
            <div key={`${header.name} ${header.value}`}>
              <dt>{header.name}</dt>
              <dd>{header.value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Text size="small" tone="quiet">
        {t('asReceived')}
      </Text>
    </section>
  );
}
