import { useState } from 'react';
import { CONSENT_CHANNELS } from '../../../contract/consent.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Status } from '../ui/badge.tsx';
import { Drawer } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import type { ChannelConsent, TopicConsent } from './party-consent.ts';
import { Proof } from './proof.tsx';
import { texts } from './texts/texts.ts';
import './consent-panel.css';

const STATES = {
  none: { text: 'stateNone', tone: 'neutral' },
  given: { text: 'stateGiven', tone: 'good' },
  withdrawn: { text: 'stateWithdrawn', tone: 'bad' },
  left: { text: 'stateLeft', tone: 'bad' },
} as const;

/** Topics down, channels across; each cell opens its proof. */
export function ConsentGrid({ topics }: { topics: readonly TopicConsent[] }) {
  const t = useTexts(texts);
  const [opened, setOpened] = useState<{ topic: TopicConsent; state: ChannelConsent } | null>(null);
  return (
    <div className="consent-scroll">
      <table className="consent-grid">
        <thead>
          <tr>
            <th scope="col">{t('topic')}</th>
            {CONSENT_CHANNELS.map((channel) => (
              <th key={channel} scope="col">
                {t(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.id}>
              <th scope="row">
                {topic.name}
                {topic.archived ? (
                  <Text as="span" size="small" tone="quiet">
                    {' '}
                    {t('archivedTopic')}
                  </Text>
                ) : null}
              </th>
              {topic.channels.map((state) => (
                <td key={state.channel} data-channel={t(state.channel)}>
                  <Cell topic={topic} state={state} onOpen={() => setOpened({ topic, state })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size="small"
        title={opened ? t('proofTitle', { topic: opened.topic.name, channel: t(opened.state.channel) }) : ''}
      >
        {opened ? <Proof state={opened.state} /> : null}
      </Drawer>
    </div>
  );
}

function Cell({ topic, state, onOpen }: { topic: TopicConsent; state: ChannelConsent; onOpen: () => void }) {
  const t = useTexts(texts);
  const { text, tone } = STATES[state.state];
  if (state.state === 'none') {
    return (
      <Text as="span" tone="quiet">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t(text)}</span>
      </Text>
    );
  }
  const name = t('stateOf', { topic: topic.name, channel: t(state.channel), state: t(text) });
  return (
    <button type="button" className="consent-cell" aria-label={name} onClick={onOpen}>
      <Status tone={tone}>{t(text)}</Status>
    </button>
  );
}
