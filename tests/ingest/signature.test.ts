import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { signAsSuperdesk, verifiedKey } from '../../lambda/ingest/signature.ts';
import { type Signed, sign, signBody } from '../../lambda/signature.ts';

const NOW = 1_773_500_000_000;
const SECONDS = NOW / 1000;
const BODY = Buffer.from('Harbour closes\n\n\xff', 'latin1');
const SENT: Signed = { method: 'POST', target: '/ingest/text?uri=harbour', body: BODY };
const KEYS = parseIngestKeys(
  JSON.stringify([
    { source: 'wire', secret: 'wire-secret' },
    { source: 'desk', secret: 'desk-secret', scheme: ['broadsheet', 'superdesk'] },
    { source: 'desk', secret: 'former-secret', scheme: 'superdesk', notAfter: new Date(NOW).toISOString() },
  ]),
);

const sourceOf = (header: string | undefined, sent = SENT, now = NOW) =>
  verifiedKey({ 'x-broadsheet-signature': header }, sent, KEYS, now)?.key.source ?? null;
const superdeskSourceOf = (header: string, sent = SENT, now = NOW) =>
  verifiedKey({ 'x-superdesk-signature': header }, sent, KEYS, now)?.key.source ?? null;

describe('the signature of a push', () => {
  it('is HMAC-SHA256 over its time, its method, its path with the query, and its raw bytes, in hexadecimal', () => {
    const bytes = Buffer.concat([Buffer.from(`${SECONDS}.POST /ingest/text?uri=harbour.`), BODY]);
    expect(sign('wire-secret', SENT, SECONDS)).toBe(`t=${SECONDS},v2=${createHmac('sha256', 'wire-secret').update(bytes).digest('hex')}`);
  });

  it('names the source whose key verifies', () => {
    expect(sourceOf(sign('wire-secret', SENT, SECONDS))).toBe('wire');
    expect(sourceOf(sign('desk-secret', SENT, SECONDS).toUpperCase().replace('T=', 't=').replace('V2', 'v2'))).toBe('desk');
    expect(sourceOf(sign('desk-secret', SENT, SECONDS).replace(',', ', '))).toBe('desk');
  });

  it('holds for an address whose path comes decoded, as from API Gateway, and for no other place', () => {
    const signed = (target: string) => sign('wire-secret', { ...SENT, target }, SECONDS);
    const decoded = '/ingest/assets/urn:x/häfen';
    for (const target of [decoded, '/ingest/assets/urn:x/h%C3%A4fen', '/ingest/assets/urn%3Ax/h%C3%A4fen'])
      for (const query of ['', '?uri=a%20b']) expect(sourceOf(signed(target + query), { ...SENT, target: decoded + query })).toBe('wire');
    for (const [said, came] of [
      ['/ingest/assets/a%2562', '/ingest/assets/a%62'],
      ['/ingest/assets/a%62', '/ingest/assets/ab'],
      ['/ingest/text?uri=%C3%A4', '/ingest/text?uri=ä'],
    ] as const)
      expect(sourceOf(signed(said), { ...SENT, target: came })).toBeNull();
  });

  it('verifies for five minutes before and after its time, and not a second longer', () => {
    for (const off of [-300, 0, 300]) expect(sourceOf(sign('wire-secret', SENT, SECONDS + off))).toBe('wire');
    for (const off of [-301, 301]) expect(sourceOf(sign('wire-secret', SENT, SECONDS + off))).toBeNull();
  });

  it('verifies nothing for another body, address, method, time or key, or when it is no signature', () => {
    const good = sign('wire-secret', SENT, SECONDS);
    expect(sourceOf(good, { ...SENT, body: Buffer.concat([BODY, Buffer.from(' ')]) })).toBeNull();
    expect(sourceOf(good, { ...SENT, target: '/ingest/text?uri=other' })).toBeNull();
    expect(sourceOf(good, { ...SENT, method: 'GET' })).toBeNull();
    expect(sourceOf(good.replace(`t=${SECONDS}`, `t=${SECONDS + 1}`))).toBeNull();
    for (const bad of [
      undefined,
      '',
      'x',
      sign('other', SENT, SECONDS),
      sign('former-secret', SENT, SECONDS - 1),
      good.slice(0, -1),
      `${good}0`,
      `t=,${good}`,
      `v2=${good.slice(-64)}`,
      good.replace('v2', 'v1'),
    ]) {
      expect(sourceOf(bad)).toBeNull();
    }
  });

  it('in short is HMAC-SHA256 over its time and its raw bytes, for the same five minutes, and speaks for no address', () => {
    const bytes = Buffer.concat([Buffer.from(`${SECONDS}.`), BODY]);
    const header = `t=${SECONDS},v1=${createHmac('sha256', 'wire-secret').update(bytes).digest('hex')}`;
    expect(signBody('wire-secret', BODY, SECONDS)).toBe(header);
    const signer = (header: string, sent = SENT) => verifiedKey({ 'x-broadsheet-signature': header }, sent, KEYS, NOW);
    expect(signer(header)).toEqual({ key: KEYS[0], signsAddress: false });
    expect(signer(sign('wire-secret', SENT, SECONDS))).toEqual({ key: KEYS[0], signsAddress: true });
    expect(sourceOf(signBody('wire-secret', BODY, SECONDS - 301))).toBeNull();
    expect(sourceOf(header, { ...SENT, body: BODY.subarray(1) })).toBeNull();
    expect(sourceOf(header.replace('v1', 'v2'))).toBeNull();
    expect(sourceOf(signBody('former-secret', BODY, SECONDS))).toBeNull();
  });

  it('of Superdesk is HMAC-SHA1 over the raw bytes, whatever the address and the time', () => {
    const header = `sha1=${createHmac('sha1', 'desk-secret').update(BODY).digest('hex')}`;
    expect(signAsSuperdesk('desk-secret', BODY)).toBe(header);
    expect(superdeskSourceOf(header)).toBe('desk');
    expect(superdeskSourceOf(header, { ...SENT, target: '/ingest' }, NOW + 86_400_000)).toBe('desk');
    expect(superdeskSourceOf(header, { ...SENT, body: Buffer.from(BODY.map((byte, turn) => (turn === 3 ? byte ^ 1 : byte))) })).toBeNull();
    for (const bad of ['', 'sha1=', header.slice(5), `${header}0`, header.replace('sha1', 'sha256')])
      expect(superdeskSourceOf(bad)).toBeNull();
  });

  it('of Superdesk opens nothing with a key that is not for it, or that has ended', () => {
    expect(superdeskSourceOf(signAsSuperdesk('wire-secret', BODY))).toBeNull();
    expect(superdeskSourceOf(signAsSuperdesk('former-secret', BODY), SENT, NOW - 1)).toBe('desk');
    expect(superdeskSourceOf(signAsSuperdesk('former-secret', BODY))).toBeNull();
  });

  it('of ours decides where both are there', () => {
    const headers = { 'x-broadsheet-signature': 'wrong', 'x-superdesk-signature': signAsSuperdesk('desk-secret', BODY) };
    expect(verifiedKey(headers, SENT, KEYS, NOW)).toBeNull();
  });
});
