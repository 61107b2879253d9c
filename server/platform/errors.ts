import type { ErrorCode } from '../../contract/messages/index.ts';

export type Params = Record<string, string | number>;

export interface FieldProblem {
  readonly field: string | null;
  readonly code: ErrorCode;
  readonly params: Params;
}

/** Errors that a use case may throw; `http/problem.ts` turns them into problem+json. */
export class DomainError extends Error {
  readonly status: number;
  readonly problems: readonly FieldProblem[];

  constructor(status: number, problems: readonly FieldProblem[]) {
    super(problems.map((problem) => (problem.field ? `${problem.field}: ${problem.code}` : problem.code)).join(', '));
    this.status = status;
    this.problems = problems;
  }
}

export class NotFound extends DomainError {
  constructor(what: string) {
    super(404, [{ field: null, code: 'not_found', params: { what } }]);
  }
}

export class Forbidden extends DomainError {
  constructor(permission: string) {
    super(403, [{ field: null, code: 'forbidden', params: { permission } }]);
  }
}

/** A field that must be corrected; `Invalid.all` reports several at once. */
export class Invalid extends DomainError {
  constructor(field: string | null, code: ErrorCode, params: Params = {}) {
    super(422, [{ field, code, params }]);
  }

  static all(problems: readonly FieldProblem[]): DomainError {
    return new DomainError(422, problems);
  }
}

/** The request is fine but the present state is not; the code says what to do first. */
export class Conflict extends DomainError {
  constructor(code: ErrorCode, params: Params = {}) {
    super(409, [{ field: null, code, params }]);
  }
}
