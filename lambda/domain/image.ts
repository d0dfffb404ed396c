import type { Image } from './body.ts';
import { refuse } from './fault.ts';
import type { Site } from './site.ts';

/** Pixels of a box that a picture may be asked for: from an icon to the width of the largest screens. */
const MIN_WIDTH = 16;
export const MAX_WIDTH = 8192;

/** Shapes that differ by no more than this look the same. */
const SAME_SHAPE = 0.02;

/**
 * The address of a picture for a box.
 * @param ratio width to height, such as `16:9`; null for the shape that the picture has
 * @param width in pixels
 * @param service see {@link Site.imageService}
 * @throws {Refused} when ratio or width cannot be a box
 */
export function cropOf(image: Image, ratio: string | null, width: number, service: Site['imageService']): string {
  const shape = ratio === null ? ownShape(image) : shapeOf(ratio);
  if (!(width >= MIN_WIDTH && width <= MAX_WIDTH)) refuse('width', `must be from ${MIN_WIDTH} to ${MAX_WIDTH} pixels`);
  if (shape === null) return image.url;
  if (service !== null) return addressAt(service, image, width, Math.max(1, Math.round(width / shape)));
  return nearest(image, shape, width);
}

function shapeOf(ratio: string): number {
  const [, across, down] = /^(\d{1,4}):(\d{1,4})$/.exec(ratio) ?? [];
  const shape = Number(across) / Number(down);
  if (!(shape > 0 && Number.isFinite(shape)))
    refuse('ratio', `"${ratio.slice(0, 20)}" is none; it is written as width:height, such as 16:9`);
  return shape;
}

/** Null where the source does not say how large the picture is. */
function ownShape({ width, height }: Image): number | null {
  return width && height ? width / height : null;
}

function addressAt(service: string, { url, focalPoint }: Image, width: number, height: number): string {
  const { x, y } = focalPoint ?? { x: 0.5, y: 0.5 };
  const places: Record<string, string | number> = { url: encodeURIComponent(url), width, height, x, y };
  return service.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}

/** Of the sizes that there are: those of the shape, else the nearest shape; of these the smallest that fills the box, else the largest. */
function nearest({ url, width, height, renditions }: Image, shape: number, wanted: number): string {
  const sizes = [{ url, width, height }, ...renditions].flatMap((size) =>
    size.width && size.height ? [{ ...size, width: size.width, shape: size.width / size.height }] : [],
  );
  const distance = (size: { shape: number }) => Math.abs(Math.log(size.shape / shape));
  const least = Math.min(...sizes.map(distance));
  const alike = sizes.filter((size) => distance(size) <= least + SAME_SHAPE).sort((one, other) => one.width - other.width);
  return (alike.find((size) => size.width >= wanted) ?? alike.at(-1))?.url ?? url;
}
