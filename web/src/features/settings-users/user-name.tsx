import type { User } from '../../../../contract/access.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

export function UserName({ user }: { user: User }) {
  const t = useTexts(texts);
  const mine = useSession().user?.id === user.id;
  return (
    <Row oneLine>
      <Text as="span" strong oneLine tone={user.status === 'disabled' ? 'quiet' : 'default'}>
        {user.name}
      </Text>
      {mine ? <Badge>{t('you')}</Badge> : null}
    </Row>
  );
}
