export { type Answer, type Client, type ClientOptions, newsClient, type TypedText } from './client.ts';
export * from './generated.ts';
export { default as possibleTypes } from './possible-types.ts';
export { type RangeOfText, type Run, runs } from './runs.ts';
