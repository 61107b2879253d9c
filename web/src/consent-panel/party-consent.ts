import type { PartyConsent } from '../../../contract/consent.ts';

export type TopicConsent = PartyConsent['topics'][number];
export type ChannelConsent = TopicConsent['channels'][number];

export interface ConsentParty {
  kind: 'contact' | 'company' | 'lead';
  id: string;
}
