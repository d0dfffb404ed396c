import type { Article } from '../../lambda/domain/article.ts';
import { anArticle, aPerson, at } from '../support/article.ts';
import { killOf, largeArticle } from './newsroom.ts';

/**
 * What the writer that is killed pushes: a story with its corrections, its kill and its return; one that waits, and is moved; an update that waits;
 * one that expires; a draft; one whose path is taken; and one that no single transaction holds, corrected, killed and returned. All at one instant.
 */
export function pushedList(): Article[] {
  const bridge = (version: number, section: string, created: string) =>
    anArticle({
      ...{ id: 'bridge', version, section, created: at(created), headline: `The bridge, ${version}`, about: [aPerson('Odile Farran')] },
      ...{ mentions: version === 2 ? [aPerson('Ruben Leth')] : [], path: `/bridge-${Math.min(version, 2)}` },
    });
  const budget = anArticle({ id: 'budget', embargoedUntil: at('18:00'), about: [aPerson('Noor Quist')], section: 'Business' });
  const ferry = anArticle({ id: 'ferry', created: at('07:00'), about: [aPerson('Odile Farran')] });
  const hearing = (version: number, from: number, section: string, created: string) =>
    largeArticle({ version, from, section, created: at(created) });
  return [
    bridge(1, 'World', '06:00'),
    hearing(1, 0, 'Politics', '06:10'),
    budget,
    ferry,
    bridge(2, 'Politics', '08:00'),
    anArticle({ id: 'tide', created: at('08:00'), expires: at('20:00'), mentions: [aPerson('Ruben Leth')] }),
    hearing(2, 2, 'World', '08:30'),
    anArticle({ id: 'draft', status: 'WITHHELD' }),
    anArticle({ id: 'rival', path: '/bridge-2' }),
    anArticle({ id: 'budget', version: 2, embargoedUntil: at('16:00'), section: 'World', about: [aPerson('Pilvi Brandt')] }),
    anArticle({
      id: 'ferry',
      version: 2,
      scheduledFor: at('17:00'),
      section: 'Sport',
      about: [aPerson('Noor Quist')],
      path: '/moved/ferry',
    }),
    killOf(bridge(2, 'Politics', '08:00'), 3),
    killOf(hearing(2, 2, 'World', '08:30'), 3),
    bridge(4, 'World', '11:00'),
    hearing(4, 1, 'Politics', '11:30'),
  ];
}
