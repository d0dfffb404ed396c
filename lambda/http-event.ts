import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Whether a function was called with an event of an API Gateway HTTP API (payload 2.0): all that a function here looks at is of its type. */
export function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  const { rawPath, requestContext, headers, queryStringParameters, body } = (event ?? {}) as Partial<APIGatewayProxyEventV2>;
  return (
    typeof rawPath === 'string' &&
    typeof requestContext?.http?.method === 'string' &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every(isText) &&
    typeof (queryStringParameters ?? {}) === 'object' &&
    Object.values(queryStringParameters ?? {}).every(isText) &&
    isText(body ?? undefined)
  );
}

/** The body as it was sent: what signatures are made of. */
export function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEventV2): Uint8Array {
  return Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
}

/** Path and query as they were sent. */
export function targetOf({ rawPath, rawQueryString }: APIGatewayProxyEventV2): string {
  return rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath;
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
