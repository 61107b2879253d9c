import { lookup as resolve } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of this machine and of networks that are nobody's on the internet (RFC 6890), and those of IPv6 that hide one of IPv4. */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv6');

/** Whether an address may not be connected to. */
export type Guard = (address: string) => boolean;

/** Whether an address is inside; one of IPv4 in the dress of IPv6 is what it is, and what is no address is nobody's. */
export const isInside: Guard = (address) => {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  return family === 0 || INSIDE.check(bare, family === 6 ? 'ipv6' : 'ipv4');
};

/** Where the owner of the machine says that its own network may be called. */
export const ANYWHERE: Guard = () => false;

export class InsideAddress extends Error {
  readonly code = 'EINSIDE';
}

/** Whether a server could not prove who it is. */
export const isCertificateRefused = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code);

/** Resolves a name and refuses what is inside: the very addresses that are checked are those connected to. */
const lookupOutside =
  (guard: Guard): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const inside = addresses.find(({ address }) => guard(address));
      const [first] = addresses;
      if (inside || !first) return callback(new InsideAddress(`${hostname} is an address inside`), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };

/** Connections kept open to one server. */
export const createOutsideAgent = (url: URL, { guard, connections }: { guard: Guard; connections: number }) => {
  const options = { keepAlive: true, maxSockets: connections, timeout: 60_000, lookup: lookupOutside(guard) };
  return url.protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
};

export interface OutsideRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string;
}

export type OutsideAnswer =
  | { kind: 'answered'; status: number; headers: http.IncomingHttpHeaders; body: string }
  /** Nothing was written. */
  | { kind: 'not_begun' }
  | { kind: 'not_reached'; error: NodeJS.ErrnoException }
  /** It was written, wholly or in part, and there is no answer. */
  | { kind: 'lost'; error: Error };

const MOST_BYTES = 64 * 1024;

interface Asking {
  agent: http.Agent;
  guard: Guard;
  /** Milliseconds from the connecting to the end of the answer. */
  patience: number;
  /** The head of the answer is enough: its body is not read. */
  headOnly?: boolean;
  /** Asked synchronously right before the first byte of the request; false: it is not written. */
  aboutToWrite(): boolean;
}

/** Asks a server elsewhere. Redirects are answers, not followed; an answer too long is cut. */
export const askOutside = (
  { url, method, headers, body }: OutsideRequest,
  { agent, guard, patience, headOnly = false, aboutToWrite }: Asking,
): Promise<OutsideAnswer> =>
  new Promise((resolve) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && guard(host))
      return resolve({ kind: 'not_reached', error: new InsideAddress(`${host} is an address inside`) });
    let written = false;
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const send = url.protocol === 'https:' ? https.request : http.request;
    const request = send(url, { method, agent, headers: { ...headers, ...length } });
    let late: NodeJS.Timeout | undefined;
    request.on('close', () => clearTimeout(late));
    request.on('error', (error) =>
      resolve(written ? { kind: 'lost', error } : { kind: 'not_reached', error: error as NodeJS.ErrnoException }),
    );
    request.on('response', (response) => {
      if (!headOnly) return void readAnswer(response).then(resolve);
      resolve(answered(response, ''));
      request.destroy();
    });
    const write = () => {
      if (!aboutToWrite()) {
        resolve({ kind: 'not_begun' });
        request.destroy();
        return;
      }
      written = true;
      request.end(body);
    };
    request.on('socket', (socket) => {
      late = setTimeout(() => request.destroy(new Error('no answer in time')), patience);
      if (!socket.connecting) write();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', write);
    });
  });

const answered = ({ statusCode: status = 0, headers }: http.IncomingMessage, body: string): OutsideAnswer => ({
  kind: 'answered',
  status,
  headers,
  body,
});

const readAnswer = (response: http.IncomingMessage): Promise<OutsideAnswer> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_BYTES) chunks.push(chunk);
    });
    response.on('end', () => resolve(answered(response, Buffer.concat(chunks).toString('utf8'))));
    response.on('error', (error) => resolve({ kind: 'lost', error }));
  });
