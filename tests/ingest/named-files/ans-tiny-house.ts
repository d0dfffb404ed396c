import {
  embed,
  emphasis,
  link,
  list,
  type NamedFile,
  paragraph,
  personByName,
  picture,
  spoken,
  strong,
  topicByName,
  unknown,
} from './named-file.ts';

const image = {
  url: 'https://img.washingtonpost.com/rw/2010-2019/WashingtonPost/2015/06/19/Magazine/Images/6_28%20Tinyhome2_r1.tif?uuid=fXQD2BbLEeWd3OM1NUIQDA',
  caption: 'America is having a big love affair with tiny houses.',
  ...{ creditText: 'Ansel Adams', width: 320, height: 160 },
};
const CLINTON =
  'https://www.washingtonpost.com/politics/can-clinton-and-trump-ride-to-big-victories-in-next-weeks-acela-primary/2016/04/20/ea6454fc-064e-11e6-bdcb-0133da18418d_story.html?hpid=hp_rhp-top-table-main_5states-1025a%3Ahomepage%2Fstory';
const TITLE = 'Tiny house, big benefits:\u2009Freedom from a mortgage and worries — and stuff';

/**
 * ANS: a byline of its own beside the author, a note that the editors have for readers, links with a description, a film of a plugin. The user who
 * saved it, the street, the task list and plans to unpublish it are for the newsroom. Another story that it names is not there.
 */
export const tinyHouse: NamedFile = {
  path: 'washingtonpost-ans/0.10.12/story-fixture-tiny-house.json',
  format: 'ans',
  articles: [
    {
      answer: {
        version: Date.parse('2015-07-02T09:50:50.520Z'),
        uri: 'f8f706f0-0acc-11e5-9e39-0db921c47b93',
        headline: TITLE,
        abstract: TITLE,
        byline: 'Nina Patel contributed this story for The Washington Post.',
        located: 'Washington, D.C.',
        contributions: [{ role: 'AUTHOR', person: { name: 'Nina Patel', identity: 'SOURCE' } }],
        firstCreated: '2015-07-02T09:50:50.520Z',
        datePublished: '2015-07-02T09:49:00.100Z', // publish_date
        versionCreated: '2015-07-02T09:50:50.520Z',
        path: '/lifestyle/magazine/tiny-house-big-benefitsfreedom-from-a-mortgage--and-stuff/2015/06/23/f8f706f0-0acc-11e5-9e39-0db921c47b93_story.html',
        copyrightNotice: '(c) 2015 The Washington Post, Inc.',
        image,
        mentions: [topicByName('loft'), topicByName('residence'), personByName('Thom Stanton'), personByName('Jay Austin')],
        quotations: [
          spoken('PARTIAL', ' ‘tiny house’ put a name to the movement that was already there,', 12, {
            cue: 'says',
            speaker: {
              ...{
                name: 'Thom Stanton',
                jobTitle: 'tiny-home builder',
                describedAs: 'a tiny-home builder in West Virginia',
                anonymous: false,
              },
            },
          }),
          // an editor would say “tiny-home owner”
          spoken('DIRECT', 'Tiny houses exist in sort of … nor expressly forbidden,', 234, {
            cue: 'says',
            speaker: { name: 'Jay Austin', jobTitle: 'owner', anonymous: false },
          }),
        ],
      },
      notSpoken: ['camping'],
      blocks: [
        paragraph('Why are Americans, … building one’s own refuge.'),
        paragraph('The phrase “ ‘tiny house’ … in West Virginia.'),
        { __typename: 'Divider', text: '' },
        paragraph('Stanton says two groups … on vacation land.'),
        paragraph('Learn More', strong(0, 'Learn More')),
        list(
          false,
          [
            0,
            'Can Clinton and Trump ride … Acela primary?\nEmboldened by dominant … presidential nominations.',
            link(0, 'Can Clinton and Trump ride to big victories in next weeks Acela primary?', CLINTON),
            emphasis(73, 'Emboldened'),
            strong(109, 'New York'),
          ],
          [0, 'See more from The Washington Post', link(0, 'See more from The Washington Post', 'https://www.washingtonpost.com')],
        ),
        picture(image),
        paragraph('But there’s one big drawback: … provision is unenforceable.'),
        embed('https://my.custom.video.com/api/embed/12345', { provider: 'my_video_type' }),
        unknown('editor_note', 'This URL earlier linked to … flawed premise.'),
      ],
    },
  ],
};
