import { getSeats, listUsers, setSeat, type User } from '../../../../contract/access.ts';
import { useAction } from '../../api/use-action.ts';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { refreshSession, useSession } from '../../session/session.ts';
import { Row } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** The modules of a user: the campaign module's seat, given and taken back in the row (O28). */
export function SeatCell({ user }: { user: User }) {
  const t = useTexts(texts);
  const mine = useSession().user?.id === user.id;
  const save = useAction(setSeat, {
    invalidate: [listUsers, getSeats],
    onSuccess: () => {
      if (mine) void refreshSession();
    },
  });
  return (
    <Row oneLine>
      <Switch
        label={t('seatOf', { name: user.name })}
        hideLabel
        value={user.seat}
        onChange={(seat) => save.run({ id: user.id, seat })}
        disabled={save.busy || user.status === 'disabled'}
      />
      <Text as="span" tone={user.seat ? 'default' : 'quiet'}>
        {t('campaigns')}
      </Text>
    </Row>
  );
}
