/** One field's problem as the server words it; `field` is a dotted path such as `labels.2.name`. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** Every refused or failed call ends as this error. `message` is a sentence meant for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: FieldProblem[];
  readonly requestId: string | null;
  /** Seconds the server asks us to wait (Retry-After), if it said so. */
  readonly retryAfter: number | null;

  constructor(fields: {
    status: number;
    code: string;
    detail: string;
    problems?: FieldProblem[];
    requestId?: string | null;
    retryAfter?: number | null;
  }) {
    super(fields.detail);
    this.name = 'ApiError';
    this.status = fields.status;
    this.code = fields.code;
    this.problems = fields.problems ?? [];
    this.requestId = fields.requestId ?? null;
    this.retryAfter = fields.retryAfter ?? null;
  }

  get detail(): string {
    return this.message;
  }

  /** The message for one field, to show beside it. */
  problemFor(field: string): string | undefined {
    return this.problems.find((problem) => problem.field === field)?.message;
  }
}

/** No answer at all: server down, cable out, or the request was cut. */
export function unreachable(): ApiError {
  return new ApiError({
    status: 0,
    code: 'unreachable',
    detail: 'The server did not answer. Nothing you typed is lost; try again in a moment.',
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads the parts of problem+json that we show; tolerates a proxy's HTML error page. */
export function problemFromBody(status: number, body: unknown, headers?: Headers): ApiError {
  const fields = isRecord(body) ? body : {};
  const text = (key: string) => (typeof fields[key] === 'string' ? (fields[key] as string) : null);
  const retry = Number(headers?.get('retry-after') ?? NaN);
  return new ApiError({
    status,
    code: text('code') ?? `http_${status}`,
    detail: text('detail') ?? text('title') ?? `The server answered ${status} without saying why.`,
    problems: Array.isArray(fields.problems) ? (fields.problems as FieldProblem[]) : [],
    requestId: text('request_id') ?? headers?.get('x-request-id') ?? null,
    retryAfter: Number.isFinite(retry) ? retry : null,
  });
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/** The sentence to show for any error. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return 'Something went wrong. Try again.';
}
