import { ask } from './ask.ts';
import { type ArticleBlockFragment, ArticleDocument } from './generated/fetch.ts';

/** What a server that renders pages sends for the path of an article. */
export type Page =
  | { status: 200; title: string; lang: string; html: string }
  | { status: 301; location: string }
  | { status: 404 | 410 | 503 };

/** @param url of the service  @param path of the article, such as `/world/2026/11/a-harbour-in-winter` */
export async function articlePage(url: string, path: string): Promise<Page> {
  const { data, errors } = await ask(url, ArticleDocument, { path });
  const article = data?.article;
  switch (article?.__typename) {
    case 'NewsArticle': {
      if (!article.body) return { status: 503 }; // `errors` says why; the rest of the article is there
      return { status: 200, title: article.headline, lang: article.inLanguage, html: article.body.blocks.map(show).join('\n') };
    }
    case 'MovedArticle':
      return { status: 301, location: article.path };
    case 'WithdrawnArticle':
      return { status: 410 };
    default:
      return { status: errors ? 503 : 404 };
  }
}

/** Some kinds of block in a way of our own; all others, also those that are yet to come, bring their HTML. */
function show(block: ArticleBlockFragment): string {
  switch (block.__typename) {
    case 'Paragraph':
      return `<div id="${block.id}">${block.html}</div>`;
    case 'ImageBlock': {
      const { width, height } = block.image;
      return width && height ? `<div style="aspect-ratio: ${width} / ${height}">${block.html}</div>` : block.html;
    }
    default:
      return block.html;
  }
}
