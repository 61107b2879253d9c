import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { countNotices } from '../../../contract/notices.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Drawer } from '../ui/modal.tsx';
import { usePath } from '../url.ts';
import { NoticeList } from './notice-list.tsx';
import { noticeTexts } from './notice-texts/texts.ts';
import './bell.css';

const AGAIN_MS = 20_000;
const MOST = 99;

/** What Fanfare has to tell: a bell with how much is unread, and the notices behind it. */
export function Bell() {
  const t = useTexts(noticeTexts);
  const path = usePath();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const { data } = useEndpoint(countNotices, {}, { every: AGAIN_MS, keep: true });
  const unread = data?.unread ?? 0;
  return (
    <div className="bell">
      <IconButton
        label={unread > 0 ? t('unread', { count: unread }) : t('notices')}
        icon={<IconBell size={18} stroke={1.75} />}
        onClick={() => setOpenAt(path)}
      />
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      ) : null}
      <Drawer open={openAt === path} onClose={() => setOpenAt(null)} title={t('notices')} size="small">
        <NoticeList onGo={() => setOpenAt(null)} />
      </Drawer>
    </div>
  );
}
