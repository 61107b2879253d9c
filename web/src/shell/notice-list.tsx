import { IconBellOff } from '@tabler/icons-react';
import { countNotices, listNotices, type Notice, readNotices } from '../../../contract/notices.ts';
import { useAction } from '../api/use-action.ts';
import { usePages } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { RouterLink } from '../ui/router-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { When } from '../ui/values.tsx';
import { useNoticeSentence } from './notice-sentence.ts';
import { noticeTexts } from './notice-texts/texts.ts';

/** The notices, newest first; going to what one is about takes note of it. */
export function NoticeList({ onGo }: { onGo: () => void }) {
  const t = useTexts(noticeTexts);
  const pages = usePages(listNotices, { limit: 30 });
  const { run, busy } = useAction(readNotices, { invalidate: [listNotices, countNotices] });
  if (pages.loading) return <Skeleton lines={5} />;
  if (pages.rows.length === 0)
    return <EmptyState icon={<IconBellOff size={26} stroke={1.5} />} title={t('none')} text={t('noneText')} />;
  const go = ({ id, readAt }: Notice) => {
    if (readAt === null) run({ ids: [id] });
    onGo();
  };
  return (
    <Stack>
      {pages.rows.some(({ readAt }) => readAt === null) ? (
        <Row>
          <Button size="small" busy={busy} onClick={() => run({ ids: null })}>
            {t('readAll')}
          </Button>
        </Row>
      ) : null}
      <ul className="notice-list">
        {pages.rows.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} onGo={() => go(notice)} />
          </li>
        ))}
      </ul>
      {pages.more ? (
        <Row>
          <Button busy={pages.loadingMore} onClick={pages.more}>
            {t('older')}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}

function NoticeLine({ notice, onGo }: { notice: Notice; onGo: () => void }) {
  const t = useTexts(noticeTexts);
  const sentence = useNoticeSentence();
  const { title, more, href } = sentence(notice);
  const unread = notice.readAt === null;
  return (
    <div className={unread ? 'notice notice-unread' : 'notice'}>
      {unread ? <span className="visually-hidden">{t('unreadMark')}: </span> : null}
      {href ? (
        <RouterLink href={href} className="link link-quiet" onClick={onGo}>
          {title}
        </RouterLink>
      ) : (
        title
      )}
      <div className="text-quiet">
        {more ? `${more} · ` : null}
        <When at={notice.at} show="relative" />
      </div>
    </div>
  );
}
