import type { EventEmitter } from 'node:events';
import type { Server as NetServer, Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
// @ts-expect-error The library brings no types; what we use of it is written down here.
import library from 'smpp';

export interface PDU {
  command: string;
  command_status: number;
  sequence_number: number;
  message_id?: string;
  source_addr?: string;
  destination_addr?: string;
  esm_class?: number;
  data_coding?: number;
  short_message?: { message: string | Buffer; udh?: Buffer[] } | Buffer;
  message_payload?: { message: string | Buffer } | Buffer;
  receipted_message_id?: string;
  message_state?: number;
  user_message_reference?: number;
  sar_msg_ref_num?: number;
  sar_total_segments?: number;
  sar_segment_seqnum?: number;
  response(options?: Record<string, unknown>): PDU;
  isResponse(): boolean;
  toBuffer(): Buffer;
}
type Command = (options: Record<string, unknown>, answered?: (pdu: PDU) => void) => boolean;

export interface Session extends EventEmitter {
  readonly socket: Socket;
  /** Of the last command that was sent. */
  sequence: number;
  send(pdu: PDU): boolean;
  bind_transceiver: Command;
  submit_sm: Command;
  deliver_sm: Command;
  enquire_link: Command;
  unbind: Command;
  close(): void;
  destroy(): void;
}
export interface Server extends NetServer {
  readonly sessions: Session[];
}
interface Library {
  connect(options: ConnectionOptions & { host: string; port: number; tls?: boolean }): Session;
  createServer(options: { key?: string; cert?: string }, listener: (session: Session) => void): Server;
  PDU: new (command: string, fields: Record<string, unknown>) => PDU;
}

export const smpp: Library = library;
