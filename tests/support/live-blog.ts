import { parseInstant } from '../../lambda/domain/instant.ts';
import { anArticle, aPerson, aPost, LIVE } from './article.ts';

const NIGHT = '2026-03-14';
const during = (time: string) => parseInstant(`${NIGHT}T${time}:00Z`, 'live blog');
const post = (id: string, time: string, text: string, wish: Parameters<typeof aPost>[1] = {}) =>
  aPost(id, { text, datePublished: during(time), byline: 'Orla Venn, at the weir', ...wish });

const reporter = { role: 'AUTHOR', person: aPerson('Orla Venn'), links: [], note: null } as const;

/** A night at a river, as a live blog: what the documents of live blogs are asked of. */
export const HIGH_WATER = anArticle({
  ...{ id: 'high water', headline: 'High water on the Sarrow: the night as it was', section: 'World', kicker: 'Live' },
  ...{ path: '/world/2026/03/high-water-on-the-sarrow', published: during('18:00') },
  paragraphs: ['The river has risen since noon. We are at the weir, in the lower town and at the crisis desk.'],
  liveBlog: { ...LIVE, isLive: false, starts: during('18:00'), ends: during('23:30') },
  posts: [
    post('summary', '22:50', 'The gates held. Two streets were cleared, nobody is missing.', { headline: 'What we know', isPinned: true }),
    post('gates', '18:20', 'The upper gates are closed for the first time in four years.', { headline: 'Gates closed', isKeyEvent: true }),
    post('baker', '19:05', 'The baker of Rope Lane hands out what would have got wet.'),
    post('crest', '21:40', 'The crest has passed the weir, a hand below the wall.', {
      ...{ headline: 'The crest has passed', isKeyEvent: true, dateModified: during('21:52') },
      contributions: [{ ...reporter, links: [] }],
    }),
  ],
});
