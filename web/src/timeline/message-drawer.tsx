import { getMessage } from '../../../contract/runs.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { FileList } from '../ui/file-list.tsx';
import { Frame } from '../ui/frame.tsx';
import { Stack } from '../ui/layout.tsx';
import { Drawer } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Facts } from '../ui/stat.tsx';
import { Code } from '../ui/text.tsx';
import { When } from '../ui/values.tsx';
import { texts } from './texts/texts.ts';

interface MessageDrawerProps {
  link: { runId: string; no: number } | null;
  onClose: () => void;
}

/** O40: the message exactly as this person received it. */
export function MessageDrawer({ link, onClose }: MessageDrawerProps) {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(
    getMessage,
    { id: (link?.runId ?? '') as never, no: link?.no ?? 1 },
    { when: link !== null },
  );
  return (
    <Drawer open={link !== null} onClose={onClose} title={data?.subject ?? t('openMessage')} size="large">
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {!data && !problem ? <Skeleton lines={8} /> : null}
      {data ? (
        <Stack>
          <Facts
            facts={[
              { label: t('messageFrom'), value: data.from },
              { label: t('messageTo'), value: data.to },
              { label: t('messageAt'), value: <When at={data.at} /> },
            ]}
          />
          {data.html ? <Frame title={data.subject} html={data.html} /> : null}
          {data.html ? null : <Code block>{data.text}</Code>}
          <FileList files={data.files} />
        </Stack>
      ) : null}
    </Drawer>
  );
}
