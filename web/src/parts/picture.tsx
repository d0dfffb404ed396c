import type { CardPictureFragment, TextPictureFragment } from '../generated.ts';

/** A picture in a box of three to two, as cards have it. What has to stay in sight stays. `eager` for what stands above the fold. */
export function CardPicture({ image, sizes, eager = false }: { image: CardPictureFragment; sizes: string; eager?: boolean }) {
  const { x, y } = image.focalPoint ?? { x: 0.5, y: 0.5 };
  return (
    <img
      class="card-picture"
      src={image.small}
      srcSet={`${image.small} 480w, ${image.large} 960w`}
      sizes={sizes}
      width={480}
      height={320}
      alt={image.alternativeText ?? ''}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : 'auto'}
      decoding="async"
      style={{ objectPosition: `${x * 100}% ${y * 100}%` }}
    />
  );
}

/** A picture in its own shape with what the source says of it. Where the source does not say how large it is, a box of three to two is held for it. */
export function Figure({ image, eager = false, wide = false }: { image: TextPictureFragment; eager?: boolean; wide?: boolean }) {
  const { width, height, caption, creditText } = image;
  const isSized = width !== null && height !== null && width > 0 && height > 0;
  return (
    <figure class={wide ? 'picture wide' : 'picture'}>
      <img
        src={isSized ? image.small : image.boxed}
        srcSet={isSized ? `${image.small} 640w, ${image.large} 1280w` : undefined}
        sizes={wide ? '(min-width: 64rem) 60rem, 100vw' : '(min-width: 44rem) 40rem, 100vw'}
        width={isSized ? width : 3}
        height={isSized ? height : 2}
        alt={image.alternativeText ?? ''}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        class={isSized ? undefined : 'boxed'}
      />
      {(caption || creditText) && (
        <figcaption>
          {caption} {creditText && <span class="credit">{creditText}</span>}
        </figcaption>
      )}
    </figure>
  );
}
