import { useConnection } from '../api/connection.ts';
import { queryClient } from '../api/query-client.ts';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';

/** What concerns every page: the connection. */
export function Notices() {
  const t = useTexts(shared);
  const connection = useConnection();
  if (connection === 'fine') return null;
  return (
    <div className="notices">
      <Alert
        tone="warn"
        action={
          <Button size="small" onClick={() => void queryClient.refetchQueries({ type: 'active' })}>
            {t('tryAgain')}
          </Button>
        }
      >
        {t(connection === 'database' ? 'databaseAway' : 'offline')}
      </Alert>
    </div>
  );
}
