import { lookup as resolve } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of this machine and of networks that are nobody's on the internet (RFC 6890). */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, prefix, 'ipv6');

/** Whether an address is inside; one of IPv4 in the dress of IPv6 is what it is. */
export const isInside = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isInside(mapped);
  return INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
};

export class InsideAddress extends Error {
  readonly code = 'EINSIDE';
}

/** Resolves a name and refuses what is inside: the very address that is checked is the one connected to. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const inside = addresses.find(({ address }) => isInside(address));
    const [first] = addresses;
    if (inside || !first) return callback(new InsideAddress(`${hostname} is an address inside`), '', 0);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** Connections kept open to one server; `inside` allows those of this machine and its network. */
export const createOutsideAgent = (url: URL, { inside, connections }: { inside: boolean; connections: number }) => {
  const lookup = inside ? {} : { lookup: lookupOutside };
  const options = { keepAlive: true, maxSockets: connections, timeout: 60_000, ...lookup };
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
  inside: boolean;
  patience: number;
  /** Asked synchronously right before the first byte of the request; false: it is not written. */
  aboutToWrite(): boolean;
}

/** Asks a server elsewhere. Redirects are answers, not followed; an answer too long is cut. */
export const askOutside = (
  { url, method, headers, body }: OutsideRequest,
  { agent, inside, patience, aboutToWrite }: Asking,
): Promise<OutsideAnswer> =>
  new Promise((resolve) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!inside && isIP(host) !== 0 && isInside(host))
      return resolve({ kind: 'not_reached', error: new InsideAddress(`${host} is an address inside`) });
    let written = false;
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const send = url.protocol === 'https:' ? https.request : http.request;
    const request = send(url, { method, agent, headers: { ...headers, ...length } });
    request.setTimeout(patience, () => request.destroy(new Error('no answer in time')));
    request.on('error', (error) =>
      resolve(written ? { kind: 'lost', error } : { kind: 'not_reached', error: error as NodeJS.ErrnoException }),
    );
    request.on('response', (response) => void readAnswer(response).then(resolve));
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
      if (!socket.connecting) write();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', write);
    });
  });

const readAnswer = (response: http.IncomingMessage): Promise<OutsideAnswer> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MOST_BYTES) chunks.push(chunk);
    });
    const { statusCode: status = 0, headers } = response;
    const answered = () => resolve({ kind: 'answered', status, headers, body: Buffer.concat(chunks).toString('utf8') });
    response.on('end', answered);
    response.on('error', (error) => resolve({ kind: 'lost', error }));
  });
