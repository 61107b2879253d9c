import { getOutboxMessage, type OutboxRow } from '../../../../contract/outbox.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Drawer } from '../../ui/modal.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { Code, Heading } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

export function OutboxDrawer({ message, onClose }: { message: OutboxRow; onClose: () => void }) {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getOutboxMessage, { id: message.id });
  return (
    <Drawer open onClose={onClose} title={message.subject || '–'} size="large">
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {data ? (
        <Stack>
          <Facts
            facts={[
              { label: t('to'), value: data.to },
              {
                label: t('from'),
                value: data.headers.find(({ name }) => name.toLowerCase() === 'from')?.value ?? data.from,
              },
              { label: 'Message-ID', value: data.messageId ?? '–' },
            ]}
          />
          <Frame title={t('messageTo', { to: data.to })} html={data.html ?? ''} />
          <Heading level={3}>{t('plainText')}</Heading>
          <Code block>{data.text ?? ''}</Code>
          <Heading level={3}>{t('headers')}</Heading>
          <Code block>{data.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</Code>
        </Stack>
      ) : (
        <Skeleton lines={8} />
      )}
    </Drawer>
  );
}
