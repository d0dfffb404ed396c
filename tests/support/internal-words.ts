/** What no reader may see: our words, our files, our table, our store. */
export const INTERNAL = /stack|\bat .*:\d+|(?<!Syntax )Error:|\.mjs|\.ts\b|node:|undefined|Cannot read|ECONN|dynamo|news-[0-9a-f]{8}/i;
