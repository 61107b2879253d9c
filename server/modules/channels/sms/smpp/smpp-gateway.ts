import type { Gateway, SmsToHand } from '../gateway.ts';
import { encodeSubmit } from '../model/encode-submit.ts';
import { senderAddress } from '../model/sender-address.ts';
import { submissionsOf } from '../model/submissions.ts';
import type { SmppConnections } from './connections.ts';
import { Departures } from './departures.ts';
import type { SmppEndpoint } from './endpoint.ts';

/** Hands messages over by bound connections, several on their way at once. */
export const createSmppGateway = (endpoint: SmppEndpoint, connections: SmppConnections): Gateway => {
  const { sender, window, longMessages } = endpoint;
  const source = senderAddress(sender);
  const partsOf = ({ to, counted, reference }: SmsToHand): Buffer[] =>
    submissionsOf(counted, longMessages, reference).map((one) => encodeSubmit(source, to.slice(1), one));
  const departures = new Departures(connections, window, partsOf);
  return {
    handOver: (messages, handing) => departures.handOver(messages, handing),
    close: async () => {
      departures.close();
      await connections.close();
    },
  };
};
