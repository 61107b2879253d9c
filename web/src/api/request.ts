import { type Endpoint, pathParameters } from '../../../contract/endpoint.ts';

type Fields = Record<string, unknown>;

function appendTo(query: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null || value === '') return;
  if (Array.isArray(value)) for (const item of value) appendTo(query, name, item);
  else query.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** The address of an endpoint with its path filled and, where there is no body, the rest as a query. Also for links to downloads. */
export function addressOf(endpoint: Pick<Endpoint, 'path' | 'method'>, input: Fields = {}): string {
  const taken = pathParameters(endpoint.path);
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  if (endpoint.method !== 'GET' && endpoint.method !== 'DELETE') return path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) if (!taken.includes(name)) appendTo(query, name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

export function requestOf(endpoint: Endpoint, input: Fields, signal?: AbortSignal): [string, RequestInit] {
  const taken = pathParameters(endpoint.path);
  const carriesBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !taken.includes(name)));
  return [
    addressOf(endpoint, input),
    {
      method: endpoint.method,
      headers: {
        'x-fanfare': '1',
        accept: 'application/json',
        // The language chosen here, which need not be the browser's own.
        'accept-language': document.documentElement.lang || 'en',
        ...(carriesBody ? { 'content-type': 'application/json' } : {}),
      },
      credentials: 'same-origin',
      ...(carriesBody ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    },
  ];
}
