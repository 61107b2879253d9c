import type { User } from '../../../../contract/access.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** Name and address, one under the other. */
export function UserName({ user }: { user: User }) {
  const t = useTexts(texts);
  const mine = useSession().user?.id === user.id;
  return (
    <Stack gap="none">
      <Row oneLine>
        <Text as="span" strong oneLine tone={user.status === 'disabled' ? 'quiet' : 'default'}>
          {user.name}
        </Text>
        {mine ? <Badge>{t('you')}</Badge> : null}
      </Row>
      <Text as="span" size="small" tone="quiet" oneLine>
        {user.email}
      </Text>
    </Stack>
  );
}
