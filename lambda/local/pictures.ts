import { createHash } from 'node:crypto';
import { MAX_WIDTH } from '../domain/image.ts';
import type { HttpHandler } from './gateway.ts';

/**
 * The image service of this machine, as `Site.imageService` names one. The invented newsroom took its pictures with invented cameras, at addresses below `.example`,
 * which lead nowhere (RFC 2606): each is drawn, always the same for the same address. Every other picture is shown as it is.
 * @param port of the service
 */
export function pictureServiceAt(port: number): string {
  return `http://localhost:${port}/pictures?url={url}&width={width}&height={height}`;
}

/** Serves `GET /pictures`. */
export const pictures: HttpHandler = async ({ queryStringParameters = {} }) => {
  const { url = '', width = '', height = '' } = queryStringParameters;
  const address = URL.parse(url);
  const [across, down] = [Number(width), Number(height)];
  if (!address || !/^https?:$/.test(address.protocol)) return { statusCode: 400, body: 'url is no address of a picture' };
  if (![across, down].every((side) => side >= 1 && side <= MAX_WIDTH))
    return { statusCode: 400, body: `width and height are pixels, 1 to ${MAX_WIDTH}` };
  if (!address.hostname.endsWith('.example')) return { statusCode: 302, headers: { location: address.href } };
  return {
    statusCode: 200,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
    body: drawPicture(address.href, across / down),
  };
};

/** Sky above, light, far, middle, near: as a printer would choose two inks. */
const PALETTES = [
  ['#e9d8b6', '#f6ecd6', '#a9b5a6', '#6f877f', '#2f4a4b'],
  ['#e7b996', '#f7e2c8', '#b58a76', '#7a5a57', '#3a2c35'],
  ['#b9cbd3', '#eef2ee', '#8ba6b1', '#557786', '#23404f'],
  ['#d9c7c0', '#f4e9df', '#a99aa0', '#716b7c', '#35354a'],
  ['#cfd3b4', '#f3f0d7', '#9aa883', '#687a5b', '#33432f'],
  ['#f0c987', '#fbe8bf', '#c08a5b', '#84573f', '#3f2a26'],
] as const;

/** A quay, a coast, or somebody on it: layers of land and water that get darker as they come near. @param shape width to height */
export function drawPicture(address: string, shape: number): string {
  const random = dice(address);
  const [sky, light, far, middle, near] = PALETTES[Math.floor(random() * PALETTES.length)] ?? PALETTES[0];
  const [width, height] = [1200, Math.round(1200 / shape)];
  const horizon = height * (0.42 + random() * 0.16);
  const sun = { x: width * (0.18 + random() * 0.64), y: horizon - height * (0.08 + random() * 0.2), r: height * (0.05 + random() * 0.07) };
  const isPortrait = /\/portraits?\//.test(address);
  const layers = [
    `<path d="${ridge(random, width, horizon, height * 0.1, 5)}V${height}H0Z" fill="${far}"/>`,
    `<rect y="${round(horizon + height * 0.06)}" width="${width}" height="${height}" fill="${middle}" opacity=".55"/>`,
    ...glints(random, sun.x, horizon + height * 0.08, height, light),
    isPortrait ? '' : skyline(random, width, horizon + height * 0.06, height, middle),
    `<path d="${ridge(random, width, height * (0.78 + random() * 0.08), height * 0.07, 3)}V${height}H0Z" fill="${near}"/>`,
    isPortrait ? somebody(width, height, near, middle) : posts(random, width, height, near),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="s" x1="0" x2="0" y1="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="${light}"/></linearGradient>
<filter id="g" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${Math.floor(random() * 99)}"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .16 0"/></filter></defs>
<rect width="${width}" height="${height}" fill="url(#s)"/><circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(sun.r)}" fill="${light}"/>
${layers.filter(Boolean).join('\n')}
<rect width="${width}" height="${height}" filter="url(#g)"/></svg>`;
}

/** Numbers from 0 to 1 that follow from a text. */
function dice(text: string): () => number {
  let state = createHash('sha256').update(text).digest();
  let place = 0;
  return () => {
    if (place + 4 > state.length) [state, place] = [createHash('sha256').update(state).digest(), 0];
    place += 4;
    return state.readUInt32BE(place - 4) / 2 ** 32;
  };
}

function ridge(random: () => number, width: number, base: number, swing: number, hills: number): string {
  const step = width / hills;
  let path = `M0 ${round(base + (random() - 0.5) * swing)}`;
  for (let hill = 1; hill <= hills; hill++) {
    const [x, y] = [hill * step, base + (random() - 0.5) * swing];
    path += `Q${round(x - step / 2)} ${round(base - random() * swing)} ${round(x)} ${round(y)}`;
  }
  return path;
}

function glints(random: () => number, x: number, from: number, height: number, fill: string): string[] {
  return Array.from({ length: 9 }, (_, row) => {
    const [y, reach] = [from + row * (height - from) * 0.07, 30 + row * 16 + random() * 60];
    return `<rect x="${round(x - reach / 2 + (random() - 0.5) * 40)}" y="${round(y)}" width="${round(reach)}" height="${round(height * 0.006)}" rx="2" fill="${fill}" opacity=".7"/>`;
  });
}

/** Houses of a quay, or the masts of what lies there. */
function skyline(random: () => number, width: number, base: number, height: number, fill: string): string {
  const isTown = random() < 0.6;
  const [from, to] = random() < 0.5 ? [0, width * 0.55] : [width * 0.45, width];
  let drawn = '';
  for (let x = from; x < to; ) {
    const [wide, tall] = isTown
      ? [28 + random() * 46, height * (0.05 + random() * 0.11)]
      : [70 + random() * 70, height * (0.1 + random() * 0.16)];
    drawn += isTown
      ? `<path d="M${round(x)} ${round(base)}v${round(-tall)}l${round(wide / 2)} ${round(-wide * 0.3)}l${round(wide / 2)} ${round(wide * 0.3)}v${round(tall)}Z"/>`
      : `<path d="M${round(x)} ${round(base)}h${round(wide * 0.7)}l-8 12h${round(-wide * 0.55)}Z"/><rect x="${round(x + wide * 0.3)}" y="${round(base - tall)}" width="4" height="${round(tall)}"/>`;
    x += wide + (isTown ? 1 : 24);
  }
  return `<g fill="${fill}">${drawn}</g>`;
}

function posts(random: () => number, width: number, height: number, fill: string): string {
  const from = random() * width * 0.5;
  const drawn = Array.from({ length: 5 }, (_, place) => {
    const tall = height * (0.1 + random() * 0.06);
    return `<rect x="${round(from + place * 95)}" y="${round(height * 0.9 - tall)}" width="18" height="${round(tall + height * 0.1)}" rx="4"/>`;
  });
  return `<g fill="${fill}">${drawn.join('')}</g>`;
}

/** Head and shoulders against the light. */
function somebody(width: number, height: number, fill: string, edge: string): string {
  const [x, head] = [width / 2, Math.min(width, height) * 0.17];
  const y = height * 0.4;
  return `<g fill="${fill}" stroke="${edge}" stroke-width="3"><path d="M${round(x - head * 2.1)} ${height}c0 ${round(-head * 2)} ${round(head * 0.6)} ${round(-head * 2.3)} ${round(head * 2.1)} ${round(-head * 2.4)}c${round(head * 1.5)} ${round(head * 0.1)} ${round(head * 2.1)} ${round(head * 0.4)} ${round(head * 2.1)} ${round(head * 2.4)}Z"/><ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(head * 0.82)}" ry="${round(head * 1.05)}"/></g>`;
}

function round(value: number): string {
  return value.toFixed(1);
}
