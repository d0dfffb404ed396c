import type { BlockContent, Image, ListItem, Mark, RichText, Video } from './body.ts';

/** HTML that is safe by construction: every tag and attribute is one of ours, every text is escaped. */

const TAG: Record<Exclude<Mark['type'], 'LINK' | 'MENTION'>, string> = {
  STRONG: 'strong',
  EMPHASIS: 'em',
  STRIKETHROUGH: 's',
  CODE: 'code',
};

/** A text with its marks; a line break in the text becomes `<br>`. Marks that cross are closed and opened again. */
export function richTextHtml({ text, marks }: RichText): string {
  const shown = marks.filter((mark) => mark.start < mark.end && openingTag(mark) !== '');
  if (shown.length === 0) return lines(text);
  const cuts = [...new Set([0, text.length, ...shown.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  let open: Mark[] = [];
  let html = '';
  for (const [place, cut] of cuts.entries()) {
    const wanted = shown
      .filter(({ start, end }) => start <= cut && cut < end)
      .sort((one, other) => one.start - other.start || other.end - one.end);
    const kept = open.findIndex((mark, depth) => mark !== wanted[depth]);
    const stay = kept < 0 ? open.length : kept;
    html += open.slice(stay).reverse().map(closingTag).join('') + wanted.slice(stay).map(openingTag).join('');
    open = wanted;
    html += lines(text.slice(cut, cuts[place + 1] ?? cut));
  }
  return html;
}

/** A block as HTML, without an id: where it stands decides about that. */
export function blockHtml(block: BlockContent): string {
  switch (block.kind) {
    case 'Paragraph':
      return `<p>${richTextHtml(block)}</p>`;
    case 'Heading':
      return `<h${block.level}>${richTextHtml(block)}</h${block.level}>`;
    case 'Blockquote':
      return `<blockquote><p>${richTextHtml(block)}</p>${block.cite ? `<footer>${lines(block.cite)}</footer>` : ''}</blockquote>`;
    case 'PullQuote':
      return `<aside><blockquote><p>${richTextHtml(block)}</p>${block.cite ? `<footer>${lines(block.cite)}</footer>` : ''}</blockquote></aside>`;
    case 'ListBlock':
      return listHtml(block);
    case 'KeyFacts':
      return `<aside>${block.heading ? `<p><strong>${lines(block.heading)}</strong></p>` : ''}${listHtml({ ordered: false, items: block.items })}</aside>`;
    case 'CorrectionNote':
      return `<aside class="correction"><p>${block.date ? `<time datetime="${block.date}">${block.date.slice(0, 10)}</time> ` : ''}${richTextHtml(block)}</p></aside>`;
    case 'TableBlock':
      return tableHtml(block);
    case 'ImageBlock':
      return imageHtml(block.image);
    case 'GalleryBlock':
      return figure(block.images.map(imageHtml).join(''), block.caption, null);
    case 'VideoBlock':
      return videoHtml(block.video);
    case 'Embed':
      return embedHtml(block);
    case 'Divider':
      return '<hr>';
    case 'UnknownBlock':
      return `<p>${lines(block.text)}</p>`;
  }
}

/** Text for HTML, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Whether a link may be followed: http, https, mailto, or a place on the site itself. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/(?!\/)|mailto:|\/(?!\/))[^\s\\]*$/i.test(href);
}

/** Whether a text is a whole address of the web that may be handed on. */
export function isWebAddress(text: string): boolean {
  return /^https?:/i.test(text) && isSafeLink(text) && URL.canParse(text);
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function openingTag(mark: Mark): string {
  if (mark.type === 'LINK') return mark.href && isSafeLink(mark.href) ? `<a href="${escapeHtml(mark.href)}">` : '';
  return mark.type === 'MENTION' ? '' : `<${TAG[mark.type]}>`;
}

function closingTag(mark: Mark): string {
  if (mark.type === 'LINK') return '</a>';
  return mark.type === 'MENTION' ? '' : `</${TAG[mark.type]}>`;
}

/** Deeper items become lists inside the item before them. */
function listHtml({ ordered, items }: { ordered: boolean; items: readonly ListItem[] }): string {
  const tag = ordered ? 'ol' : 'ul';
  let html = '';
  let depth = -1;
  for (const item of items) {
    if (item.level > depth) {
      html += `<${tag}>`.repeat(item.level - depth);
    } else {
      html += `</li>${`</${tag}></li>`.repeat(depth - item.level)}`;
    }
    depth = item.level;
    html += `<li>${richTextHtml(item)}`;
  }
  return depth < 0 ? `<${tag}></${tag}>` : `${html}</li></${tag}>${`</li></${tag}>`.repeat(depth)}`;
}

function tableHtml({ caption, rows }: BlockContent & { kind: 'TableBlock' }): string {
  const cell = ({ isHeader, colSpan, rowSpan, ...rich }: (typeof rows)[number]['cells'][number]) => {
    const tag = isHeader ? 'th' : 'td';
    const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
    return `<${tag}${spans}>${richTextHtml(rich)}</${tag}>`;
  };
  const head = caption ? `<caption>${lines(caption)}</caption>` : '';
  return `<table>${head}${rows.map(({ cells }) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</table>`;
}

function imageHtml({ url, alternativeText, caption, creditText, width, height }: Image): string {
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const picture = isSafeLink(url) ? `<img src="${escapeHtml(url)}" alt="${escapeHtml(alternativeText ?? '')}"${size}>` : '';
  return figure(picture, caption, creditText);
}

function videoHtml({ url, mimeType, poster, caption, creditText }: Video): string {
  const still = poster && isSafeLink(poster.url) ? ` poster="${escapeHtml(poster.url)}"` : '';
  const type = mimeType ? ` type="${escapeHtml(mimeType)}"` : '';
  const video = isSafeLink(url) ? `<video controls preload="none"${still}><source src="${escapeHtml(url)}"${type}></video>` : '';
  return figure(video, caption, creditText);
}

/** Nothing of somebody else's is run: a link to where it lives, and the words that stand for it. */
function embedHtml({ url, provider, text }: BlockContent & { kind: 'Embed' }): string {
  const link = isSafeLink(url) ? `<p><a href="${escapeHtml(url)}">${escapeHtml(provider ?? url)}</a></p>` : '';
  return `<figure class="embed">${text ? `<blockquote><p>${lines(text)}</p></blockquote>` : ''}${link}</figure>`;
}

function figure(content: string, caption: string | null, credit: string | null): string {
  const words = [
    ...(caption === null ? [] : [`<p>${lines(caption)}</p>`]),
    ...(credit === null ? [] : [`<p class="credit">${lines(credit)}</p>`]),
  ];
  return `<figure>${content}${words.length > 0 ? `<figcaption>${words.join('')}</figcaption>` : ''}</figure>`;
}
