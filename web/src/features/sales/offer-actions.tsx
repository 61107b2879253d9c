import { IconCheck, IconDots, IconThumbDown, IconX } from '@tabler/icons-react';
import { campaignMoney } from '../../../../contract/money.ts';
import { answerOffer, getOffer, listOffers, type Offer } from '../../../../contract/offers.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { texts } from './texts/texts.ts';

const size = { size: 16, stroke: 1.75 };
const QUESTIONS = {
  accepted: { title: 'acceptTitle', text: 'answerText', action: 'accept' },
  declined: { title: 'declineTitle', text: 'answerText', action: 'decline' },
  withdrawn: { title: 'withdrawTitle', text: 'withdrawText', action: 'withdraw' },
} as const;

/** What the recipient said elsewhere, written down; or the offer taken back. */
export function OfferActions({ offer }: { offer: Offer }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('sales.edit');
  const answer = useAction(answerOffer, { invalidate: [getOffer, listOffers, campaignMoney] });
  if (!mayEdit || (offer.state !== 'open' && offer.state !== 'expired') || offer.number === null) return null;
  const number = offer.number;
  const ask = async (state: keyof typeof QUESTIONS) => {
    const { title, text, action } = QUESTIONS[state];
    const question = { title: t(title, { number }), text: t(text), action: t(action) };
    if (await confirm({ ...question, danger: state === 'withdrawn' })) answer.run({ id: offer.id, state });
  };
  return (
    <>
      <Button icon={<IconThumbDown {...size} />} onClick={() => void ask('declined')}>
        {t('decline')}
      </Button>
      <Button look="primary" icon={<IconCheck {...size} />} busy={answer.busy} onClick={() => void ask('accepted')}>
        {t('accept')}
      </Button>
      <Menu
        target={<IconButton look="default" label={common('more')} icon={<IconDots size={17} />} />}
        items={[
          { label: t('withdraw'), icon: <IconX {...size} />, onClick: () => void ask('withdrawn'), danger: true },
        ]}
      />
    </>
  );
}
