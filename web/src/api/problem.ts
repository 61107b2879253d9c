import { errorText, isErrorCode } from '../../../contract/messages/index.ts';
import { i18n } from '../i18n/engine.ts';
import { nearestLanguage } from '../i18n/languages.ts';
import { shared } from '../i18n/shared/texts.ts';
import { textsNow } from '../i18n/use-texts.ts';
import { type FieldError, type Params, type ProblemBody, paramsOf } from './problem-body.ts';

export type { FieldError };

/** The text of an error code in the interface language; `otherwise` when the code is unknown here. */
export function errorMessage(code: string, params: Params = {}, otherwise?: string): string {
  const language = nearestLanguage([i18n.language]);
  if (isErrorCode(code)) return errorText(code, params, language);
  return otherwise ?? errorText('unexpected', { request: code }, language);
}

/** An answer of the server that is not the one hoped for. `message` is for people and says what to do next. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Params;
  readonly errors: FieldError[];

  constructor(body: ProblemBody) {
    const params = paramsOf(body);
    super(errorMessage(body.code, params, body.detail));
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.params = params;
    this.errors = (body.errors ?? []).flatMap(({ field, code = 'invalid', params = {}, message }) =>
      field === null ? [] : [{ field, code, params, message: errorMessage(code, params, message) }],
    );
  }
}

/** Nothing answered: no network, or the server is down. */
export const unreachable = (): Problem =>
  new Problem({ status: 0, code: 'server_unreachable', detail: textsNow(shared)('offline') });

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const known = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {};
  return new Problem({ ...known, status: response.status, code: known.code ?? `http_${response.status}` });
}
