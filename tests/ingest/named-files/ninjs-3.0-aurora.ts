import { link, type NamedFile, organizationByName, paragraph, personByName, picture, placeByName, quote, topic } from './named-file.ts';

const FOLDER = 'https://beta.tt.se/media/text/210526-militarovning-a0f2d045';
const CAPTION = 'En stor internationell försvarsövning … från militärövningen Aurora 17.';

const rendition = (name: string, url: string, width: number, height: number) => ({ name, url, width, height, mimeType: 'image/jpeg' });

/** The picture in the widest of its four sizes, and the other three. */
const image = {
  url: `${FOLDER}/a001_NormalHires.jpg`,
  ...{ width: 4724, height: 3149, caption: CAPTION, creditText: 'Karl Melander/TT' },
  renditions: [
    rendition('r01', `${FOLDER}/a001_NormalPreview.jpg`, 1024, 683),
    rendition('r02', `${FOLDER}/a001_WatermarkPreview.jpg`, 1024, 683),
    rendition('r03', 'https://thumbnail.tt.se/media/text/210526-militarovning-a0f2d045/a001_NormalThumbnail.jpg', 256, 171),
  ],
};

/**
 * ninjs 3.0 of TT: four bodies, of which the first HTML is a whole page with the headline in it, and a picture that the body shows as its
 * thumbnail. The telephone number of who is named, slugline and urgency are for desks.
 */
export const aurora: NamedFile = {
  path: 'iptc-ninjs/examples/3.0/tt_text_image_3.json',
  format: 'ninjs',
  without: ['expires'], // 2023-05-31T00:00:00+02:00
  asItIs: { __typename: 'WithdrawnArticle', reason: 'EXPIRED' },
  articles: [
    {
      answer: {
        version: 1,
        uri: 'http://tt.se/media/text/210526-militarovning-a0f2d045',
        headline: 'Militärövning i jätteformat hålls 2023',
        // as its source cuts it, in the middle of a sentence
        abstract: 'Pandemin satte stopp … rapporterar Sydöstran . – Aurora 2023 kommer att genomföra',
        inLanguage: 'sv',
        genre: 'Inrikes',
        datePublished: '2021-05-26T11:40:18.000Z', // 13:40:18+02:00
        versionCreated: '2021-05-26T11:40:18.000Z',
        path: '/news/militärövning-i-jätteformat-hålls-2023',
        copyrightNotice: 'TT',
        image,
        about: [topic('Krig, konflikter och oroligheter', { scheme: 'http://tt.se/spec/subref/1.0/', code: '16000000' })],
        mentions: [
          personByName('Jonas Svensson'),
          organizationByName('Aurora'),
          ...['Sverige', 'Gotland', 'Finland'].map((name) => placeByName(name)),
        ],
      },
      blocks: [
        paragraph('FörsvarTT'), // vignette and source, two elements without a blank between them: so a browser shows it too
        paragraph(
          'Pandemin satte stopp … rapporterar Sydöstran.',
          link(207, 'Sydöstran', 'https://www.sydostran.se/nyheter/beskedet-da-genomfors-forsvarsmaktens-jatteovning-13d95038/'),
        ),
        quote('Aurora 2023 kommer att genomföras … för Aurora 23, till TT.'),
        paragraph('Aurora 20 skulle omfatta 25 000 … berättar Jonas Svensson.'),
        quote('Precis som den gången … partners som deltar.'),
        picture({ ...image, alternativeText: CAPTION }),
      ],
    },
  ],
};
