/**
 * The one description of the table: CDK deploys it, the local service and the tests create it.
 * Everything is found by partition and sort key; there is no index.
 */
export const TABLE_SHAPE = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  billingMode: 'PAY_PER_REQUEST',
  stream: 'NEW_AND_OLD_IMAGES',
  pointInTimeRecovery: true,
} as const;
