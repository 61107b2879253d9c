import type { Endpoint, OutputOf, SentTo } from '../../../contract/endpoint.ts';
import { connection } from './connection.ts';
import { type Problem, problemOf, unreachable } from './problem.ts';
import { requestOf } from './request.ts';

let signedOut: () => void = () => {};

/** What happens when the server says that nobody is signed in (any more). */
export function whenSignedOut(act: () => void): void {
  signedOut = act;
}

async function failed(response: Response, needsSession: boolean): Promise<Problem> {
  const problem = await problemOf(response);
  if (response.status === 401 && needsSession) signedOut();
  if (problem.code === 'database_unreachable') connection.report('database');
  return problem;
}

async function send(address: string, init: RequestInit, needsSession = true): Promise<Response> {
  const told = connection.waiting();
  const response = await fetch(address, init)
    .catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      connection.report('server');
      throw unreachable();
    })
    .finally(told);
  if (!response.ok) throw await failed(response, needsSession);
  connection.report('fine');
  return response;
}

/** Calls an endpoint of the contract. Throws `Problem`. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  signal?: AbortSignal,
): Promise<OutputOf<E>> {
  const response = await send(...requestOf(endpoint, input, signal), endpoint.access === 'session');
  return (response.status === 204 ? {} : await response.json()) as OutputOf<E>;
}

/** Sends files (multipart) to an address that isn't JSON, such as an import or a picture. Throws `Problem`. */
export async function upload<T>(address: string, files: Record<string, File | string>): Promise<T> {
  const body = new FormData();
  for (const [name, value] of Object.entries(files)) body.append(name, value);
  const headers = { 'x-fanfare': '1', accept: 'application/json' };
  const response = await send(address, { method: 'POST', body, headers, credentials: 'same-origin' });
  return (await response.json()) as T;
}

/** Asks for a file and saves it as a download does. Throws `Problem`. */
export async function saveFile(address: string, body: object, name: string): Promise<void> {
  const headers = { 'x-fanfare': '1', 'content-type': 'application/json' };
  const response = await send(address, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
    credentials: 'same-origin',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
