// The everyday way to hand SMS over: the library by itself, a window of messages on their way. `bare-process.ts PORT PASSWORD WINDOW`: told how many, submits them and says what that took.
import { encodeSms } from '../../server/modules/channels/sms/model/encode.ts';
import { smpp } from '../../server/modules/channels/sms/smpp/library.ts';
import { taken } from './taken.ts';
import { numberOf, textFor } from './texts.ts';

const [port, password, window] = process.argv.slice(2);
const session = smpp.connect({ host: '127.0.0.1', port: Number(port) });

const submitAll = (count: number): void => {
  const told = taken();
  let begun = 0;
  let answered = 0;
  const next = () => {
    if (begun === count) return;
    begun += 1;
    const message = {
      source_addr: 'Nordlys',
      source_addr_ton: 5,
      destination_addr: numberOf(begun).slice(1),
      dest_addr_ton: 1,
      dest_addr_npi: 1,
      registered_delivery: 1,
      data_coding: 0,
      short_message: encodeSms(textFor(begun), 'gsm7'),
    };
    session.submit_sm(message, () => {
      answered += 1;
      if (answered < count) return next();
      process.send?.(told());
    });
  };
  for (let one = 0; one < Number(window); one += 1) next();
};

session.on('connect', () =>
  session.bind_transceiver({ system_id: 'fjord', password }, () => {
    session.socket.setNoDelay(true);
    process.on('message', submitAll);
    process.send?.('ready');
  }),
);
process.on('disconnect', () => process.exit(0));
