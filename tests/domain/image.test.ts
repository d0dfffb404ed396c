import { describe, expect, it } from 'vitest';
import { type Image, PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import { cropOf } from '../../lambda/domain/image.ts';

const rendition = (name: string, width: number | null, height: number | null) => ({
  ...{ name, url: `https://pictures.example/${name}.jpg`, width, height, mimeType: 'image/jpeg' },
});
const image: Image = {
  ...{ url: 'https://pictures.example/a whole.jpg?v=1', ...PLAIN_IMAGE, width: 3000, height: 2000, focalPoint: { x: 0.2, y: 0.7 } },
  renditions: [
    rendition('wide-800', 800, 450),
    rendition('wide-1600', 1600, 900),
    rendition('square-600', 600, 600),
    rendition('odd', null, 9),
  ],
};
const nameOf = (url: string) => /([^/]+)\.jpg/.exec(url)?.[1];

describe('a picture for a box', () => {
  it.each([
    ['16:9', 320, 'wide-800'],
    ['16:9', 800, 'wide-800'],
    ['16:9', 801, 'wide-1600'],
    ['16:9', 4000, 'wide-1600'],
    ['1:1', 1200, 'square-600'],
    ['4:5', 300, 'square-600'],
    ['3:2', 300, 'a whole'],
    ['1600:901', 900, 'wide-1600'],
  ])('of %s and %i pixels is %s: the shape first, then what fills it', (ratio, width, name) => {
    expect(nameOf(cropOf(image, ratio, width, null))).toBe(name);
  });

  it('keeps its shape where none is asked for: nothing is cut', () => {
    expect(nameOf(cropOf(image, null, 600, null))).toBe('a whole');
    expect(cropOf(image, null, 600, 'https://cut.example/{width}x{height}')).toBe('https://cut.example/600x400');
    expect(cropOf({ url: '/a.jpg', ...PLAIN_IMAGE }, null, 600, 'https://cut.example/{width}x{height}')).toBe('/a.jpg');
    expect(() => cropOf(image, null, 1, null)).toThrow(Refused);
  });

  it('is the picture itself where no size is known', () => {
    expect(cropOf({ url: '/a.jpg', ...PLAIN_IMAGE }, '1:1', 100, null)).toBe('/a.jpg');
  });

  it('comes from the image service of the site, with what has to stay in sight', () => {
    const service = 'https://cut.example/{width}x{height}/{x},{y}/{url}?{unknown}';
    expect(cropOf(image, '16:9', 640, service)).toBe(
      'https://cut.example/640x360/0.2,0.7/https%3A%2F%2Fpictures.example%2Fa%20whole.jpg%3Fv%3D1?{unknown}',
    );
    expect(cropOf({ url: '/a.jpg', ...PLAIN_IMAGE }, '1000:1', 16, service)).toContain('/16x1/0.5,0.5/');
  });

  it.each([
    ['16x9', 100, 'ratio'],
    ['0:9', 100, 'ratio'],
    ['9:0', 100, 'ratio'],
    ['-1:1', 100, 'ratio'],
    ['16:9', 15, 'width'],
    ['16:9', 8193, 'width'],
    ['16:9', Number.NaN, 'width'],
  ])('is refused for %s and %d, naming %s', (ratio, width, place) => {
    expect(() => cropOf(image, ratio, width, null)).toThrow(Refused);
    expect(() => cropOf(image, ratio, width, null)).toThrow(new RegExp(`^${place}: `));
  });
});
