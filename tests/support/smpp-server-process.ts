import { type PDU, type Session, smpp } from '../../server/modules/channels/sms/smpp/library.ts';
import type { Accepted, Misbehaviour, Order } from './smpp-server.ts';

// A real SMPP gateway in a process of its own, which misbehaves on order.
const [password = ''] = process.argv.slice(2);
const bound = new Set<Session>();
const habits = new Map<string, Misbehaviour>();
const accepted: Accepted[] = [];
let waits: Misbehaviour | null = null;

const statusOf = (habit: Misbehaviour | null | undefined): number => {
  if (habit?.kind === 'refuse') return habit.status;
  return 0;
};

const accept = (pdu: PDU): string => {
  const id = `m${accepted.length + 1}`;
  const { short_message, message_payload } = pdu;
  const carried = short_message as { message: string; udh?: Buffer[] };
  accepted.push({
    id,
    to: pdu.destination_addr ?? '',
    from: pdu.source_addr ?? '',
    text: String(carried.message || (message_payload as { message: string } | undefined)?.message || ''),
    udh: carried.udh?.map((header) => header.toString('hex')).join() ?? null,
    coding: pdu.data_coding ?? 0,
    reference: pdu.user_message_reference ?? null,
    sar: pdu.sar_total_segments ?? null,
  });
  return id;
};

const submitted = (session: Session, pdu: PDU): void => {
  const to = pdu.destination_addr ?? '';
  const habit = habits.get(to) ?? waits;
  if (habit && habit.times > 0) habit.times -= 1;
  const active = habit && habit.times >= 0 ? habit : null;
  if (habit && habit.times === 0) {
    habits.delete(to);
    if (waits === habit) waits = null;
  }
  const status = statusOf(active);
  if (status !== 0) {
    session.send(pdu.response({ command_status: status }));
    return;
  }
  const id = accept(pdu);
  if (active?.kind === 'break') session.destroy();
  else if (active?.kind !== 'silent') session.send(pdu.response({ message_id: id }));
};

const server = smpp.createServer({}, (session) => {
  session.on('error', () => session.destroy());
  session.on('close', () => bound.delete(session));
  session.on('bind_transceiver', (pdu: PDU & { password?: string }) => {
    const right = pdu.password === password;
    if (right) bound.add(session);
    session.send(pdu.response(right ? {} : { command_status: 0x0e }));
  });
  session.on('enquire_link', (pdu: PDU) => session.send(pdu.response()));
  session.on('unbind', (pdu: PDU) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu: PDU) => submitted(session, pdu));
});

const anySession = async (): Promise<Session> => {
  for (;;) {
    const [session] = bound;
    if (session) return session;
    await new Promise((later) => setTimeout(later, 10));
  }
};

const deliver = async (fields: Record<string, unknown>): Promise<number> => {
  const session = await anySession();
  return new Promise((resolve) => {
    session.deliver_sm(fields, (answer) => resolve(answer.command_status));
  });
};

const receipt = ({ id, to, stat }: { id: string; to: string; stat: string }) => ({
  esm_class: 4,
  source_addr: to,
  destination_addr: 'Nordlys',
  data_coding: 0,
  receipted_message_id: id,
  short_message: Buffer.from(
    `id:${id} sub:001 dlvrd:001 submit date:2611030800 done date:2611030801 stat:${stat} err:000 text:`,
  ),
});

const obey = async (order: Order): Promise<unknown> => {
  switch (order.do) {
    case 'habit':
      if (order.number === null) waits = order.habit;
      else habits.set(order.number, order.habit);
      return null;
    case 'accepted':
      return accepted;
    case 'receipt':
      return deliver(receipt(order));
    case 'text':
      return deliver({
        source_addr: order.from,
        destination_addr: 'Nordlys',
        data_coding: 8,
        short_message: Buffer.from(order.text, 'utf16le').swap16(),
      });
    case 'hangUp':
      for (const session of bound) session.destroy();
      return null;
  }
};

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  void obey(order).then((answer) => process.send?.({ id, answer }));
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
