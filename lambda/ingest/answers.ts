import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Fault } from '../domain/fault.ts';

/** How everything that is sent here is answered, in the shape of API Gateway. */
export type Answer = APIGatewayProxyStructuredResultV2;

/** A request that is not taken as it comes, with the status that says so. */
export class NotTaken extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function refused(status: number, faults: readonly Fault[], message = 'The request cannot be read', code = 'BAD_REQUEST'): Answer {
  return json(status, { error: { code, message, faults } });
}

export function failed(status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return json(status, { error: { code, message } }, headers);
}

export function json(statusCode: number, body: object, headers: Record<string, string> = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** A part of an address. What cannot be decoded stays as it is, and is refused as what it should be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
