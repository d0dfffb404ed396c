/**
 * What AWS asks for, in US dollars without tax and without free allowances: the inputs of `bench/costs.ts`, and of the cost on the dashboard. As its price
 * lists had them in the region and month below; no test can ask AWS, so look at them again before a decision hangs on them, and change them here.
 */
export const PRICES = {
  asOf: '2026-11',
  region: 'eu-central-1',
  /** A million read request units of a table on demand; an eventually consistent read of 4 KB is half of one. */
  dynamodbReadUnits: 0.1525,
  dynamodbWriteUnits: 0.7625,
  /** A GB for a month, the backup that can restore any second included. */
  dynamodbStorage: 0.306 + 0.2448,
  /** A million requests to a function. */
  lambdaRequests: 0.2,
  /** A GB of memory for a second. */
  lambdaSeconds: { arm64: 0.0000133334, x86_64: 0.0000166667 },
  /** A million requests to an HTTP API. */
  gatewayRequests: 1.2,
  /** A million HTTPS requests of readers in Europe. */
  cdnRequests: 1.2,
  /** A GB to readers in Europe, of the first 10 TB of a month. */
  cdnTransfer: 0.085,
  /** A tag that is purged from the CDN; the first thousand of a month cost nothing. */
  purge: 0.005,
  /** A million events that the bus takes. */
  events: 1,
  /** A million requests that the firewall looks at, and its rules for a month. */
  firewallRequests: 0.6,
  firewall: 5 + 4 * 1,
  /** A GB that is logged. */
  logs: 0.63,
  /** A million traces: Lambda records one a second, and one in twenty of the others. */
  traces: 5,
  /** A month of each. */
  secret: 0.4,
  alarm: 0.1,
  dashboard: 3,
  metric: 0.3,
} as const;
