import {
  code,
  embed,
  emphasis,
  film,
  gallery,
  heading,
  link,
  list,
  type NamedFile,
  paragraph,
  picture,
  pullQuote,
  quote,
  spoken,
  strong,
  struck,
  table,
  topic,
  unknown,
} from './named-file.ts';

/**
 * The export with which themes of WordPress are tested. Its older posts are of the classic editor (no paragraphs in the markup, shortcodes, local
 * dates seven hours behind), the newer ones of blocks. Only one of the two authors stands among those of the export: the other one has a login
 * and no name, and is not named.
 */

const OLD = 'https://wpthemetestdata.files.wordpress.com/2008/06';
const LOREM = 'Lorem ipsum dolor sit amet, … velit quis magna.';
const tester = { role: 'AUTHOR', person: { name: 'Accessibility Tester', identity: 'SOURCE' } };

/** A picture without words, or one that somebody has described and captioned. */
const shown = (url: string, alternativeText?: string, caption?: string) => ({
  url: url.startsWith('https:') || url.startsWith('http:') ? url : `${OLD}/${url}`,
  ...(alternativeText === undefined ? {} : { alternativeText }),
  ...(caption === undefined ? {} : { caption }),
});

/** What was uploaded to the post with the galleries, as it was uploaded: a gallery that names no pictures has them all. */
const uploaded = [
  shown('canola2.jpg', 'canola', LOREM),
  shown('dsc20050727_091048_222.jpg', 'dsc20050727_091048_222'),
  shown('dsc20050813_115856_52.jpg', 'dsc20050813_115856_52'),
  shown('100_5478.jpg', 'Bell on Wharf', 'Bell on wharf in San Francisco'),
  shown('100_5540.jpg', 'Golden Gate Bridge', 'Golden Gate Bridge'),
  shown('cep00032.jpg', 'Sunburst Over River', 'Sunburst over the Clinch River, Southwest Virginia.'),
  shown('dcp_2082.jpg', 'Boardwalk', 'Boardwalk at Westport, WA'),
  shown('dsc03149.jpg', 'Yachtsody in Blue', 'Boats and reflections, Royal Perth Yacht Club'),
  shown('dsc04563.jpg', 'Rain Ripples', 'Raindrop ripples on a pond'),
  shown('dsc09114.jpg', 'Sydney Harbor Bridge', 'Sydney Harbor Bridge'),
  shown('dsc20050102_192118_51.jpg', 'Wind Farm', 'Albany wind-farm against the sunset, Western Australia'),
  shown('dsc20051220_160808_102.jpg', 'Antique Farm Machinery', 'Antique farm machinery, Mount Barker Museum, Western Australia'),
  shown('dsc02085.jpg', 'Orange Iris', 'Orange Iris'),
  shown('dsc20051220_173257_119.jpg', 'Rusty Rail', 'Rusty rails with fishplate, Kojonup'),
  shown('dscn3316.jpg', 'Sea and Rocks', 'Sea and rocks, Plimmerton, New Zealand'),
  shown('michelle_049.jpg', 'Big Sur', 'Beach at Big Sur, CA'),
  shown('windmill.jpg', 'Windmill', 'Windmill shrouded in fog at a farm outside of Walker, Iowa'),
  shown('img_0513-1.jpg', 'Huatulco Coastline', 'Sunrise over the coast in Huatulco, Oaxaca, Mexico'),
  shown('img_0747.jpg', 'Brazil Beach', 'Jericoacoara Ceara Brasil'),
  shown('img_0767.jpg', 'Huatulco Coastline', 'Coastline in Huatulco, Oaxaca, Mexico'),
  shown('img_8399.jpg', 'Boat Barco Texture', 'Boat BW PB Barco Texture Beautiful Fishing'),
  shown('https://wpthemetestdata.files.wordpress.com/2012/06/dsc20040724_152504_532.jpg'),
  shown('dsc20050604_133440_34211.jpg'),
  shown('https://wpthemetestdata.files.wordpress.com/2014/01/dsc20050315_145007_132.jpg'),
];

const NESTED: [level: number, text: string][] = [
  [0, 'List item one'],
  [1, 'List item one'],
  ...['one', 'two', 'three', 'four'].map((which): [number, string] => [2, `List item ${which}`]),
  ...['two', 'three', 'four'].map((which): [number, string] => [1, `List item ${which}`]),
  ...['two', 'three', 'four'].map((which): [number, string] => [0, `List item ${which}`]),
];

/** The small headings of the page about tags: a paragraph in bold. */
const tag = (name: string) => paragraph(`${name} Tag`, strong(0, `${name} Tag`));

/** Those that are bold inside of bold, which is one mark, with a note that is stressed. */
const oldTag = (name: string) => {
  const note = '(deprecated in HTML5)';
  const [text, at] = [`${name} Tag ${note}`, `${name} Tag `.length];
  return paragraph(text, strong(0, text), emphasis(at + 1, 'deprecated in HTML5'));
};

const FILE_BLOCK = link(0, 'File Block PDF', 'https://wpthemetestdata.files.wordpress.com/2018/11/file_block.pdf');
const SLIDER = 'https://wpthemetestdata.files.wordpress.com/2013/12/2014-slider-mobile-behavior.mov';

export const themeTest: NamedFile = {
  path: 'wordpress-wxr/a11y-unit-test-data.xml',
  format: 'wordpress-wxr',
  refused: [{ title: 'Edge Case: No Content', faults: ['item: content:encoded: holds no words'] }],
  articles: [
    {
      title: 'Post Format: Gallery',
      answer: {
        version: 1,
        uri: 'http://wpthemetestdata.wordpress.com/?p=555',
        headline: 'Post Format: Gallery',
        contributions: [tester],
        section: { slug: 'post-formats', name: 'Post Formats' },
        datePublished: '2010-09-10T14:24:14.000Z', // 07:24:14 on the wall of the site
        path: '/2010/09/10/post-format-gallery',
        image: shown('img_8399.jpg', 'Boat Barco Texture', 'Boat BW PB Barco Texture Beautiful Fishing'),
        about: [topic('gallery'), topic('Post Formats'), topic('shortcode')],
      },
      blocks: [
        gallery(...uploaded),
        paragraph("You can use this page to test the Theme's handling of the"),
        gallery(...uploaded),
        paragraph('shortcode, including the columns parameter, … entirely optional.', code(25, 'columns')),
        ...['One Column', 'Two Columns', 'Three Columns', 'Four Columns', 'Five Columns', 'Six Columns'].flatMap((words) => [
          heading(2, words),
          gallery(...uploaded),
        ]),
        ...['Seven Columns', 'Eight Columns', 'Nine Columns'].flatMap((words) => [heading(2, words), gallery(...uploaded)]),
      ],
    },
    {
      title: 'Post Format: Image (Caption)',
      answer: {
        version: 1,
        uri: 'http://wpthemetestdata.wordpress.com/?p=674',
        headline: 'Post Format: Image (Caption)',
        contributions: [tester],
        section: { slug: 'post-formats', name: 'Post Formats' },
        datePublished: '2010-08-07T13:00:19.000Z',
        path: '/2010/08/07/post-format-image-caption',
        image: {
          url: 'https://wpthemetestdata.files.wordpress.com/2010/08/triforce-wallpaper.jpg',
          caption: 'It’s dangerous to go alone! Take this.',
        },
        about: [topic('image'), topic('Post Formats'), topic('shortcode')],
      },
      blocks: [
        picture({
          url: 'http://wpthemetestdata.files.wordpress.com/2008/06/100_5478.jpg?w=604',
          ...{ alternativeText: 'Bell on Wharf', caption: 'Bell on wharf in San Francisco', width: 604, height: 453 },
        }),
      ],
    },
    {
      title: 'Block: Quote',
      answer: {
        version: 1,
        uri: 'https://wpthemetestdata.wordpress.com/?p=1749',
        headline: 'Block: Quote',
        section: { slug: 'block', name: 'Block' },
        datePublished: '2018-11-01T15:28:56.000Z', // post_date_gmt; pubDate says another time, and is not looked at
        path: '/2018/11/02/block-quote',
        mentions: ['The Gutenberg Team', 'Johannes Gutenberg', 'Theme Review'].map((name) => ({
          ...{ __typename: 'Person', name, identity: 'NAME_ONLY' },
        })),
        quotations: [
          ['Gutenberg is more than an editor.', 'The Gutenberg Team'],
          ['Yes, it is a press, … shine amongst men.', 'Johannes Gutenberg'],
          ['Right', 'Theme Review'],
        ].map(([text, name]) => ({
          ...{ text, directness: 'DIRECT', assertedBy: 'SOURCE', start: 0, speaker: { name, anonymous: false } },
        })),
      },
      blocks: [
        paragraph('The quote block has two styles,\u00a0regular:'),
        quote('Gutenberg is more than an editor.', 'The Gutenberg Team'),
        paragraph('and large:'),
        quote('Yes, it is a press, … shine amongst men.', 'Johannes Gutenberg'),
        paragraph('The quote blocks themselves … italic, and linked:'),
        quote('Right', 'Theme Review', strong(0, 'Right'), emphasis(0, 'Right'), link(0, 'Right', 'https://wordpress.org/gutenberg/')),
        paragraph('In addition to the quote block, … solid color style.', emphasis(49, 'pull quote')),
        paragraph('You can change the color … regular style:'),
        pullQuote('In addition to the quote block, we also have the\u00a0pull quote', 'Theme reviewer'),
        paragraph('Or change the background … solid color style:'),
        pullQuote('a solid color style', 'Theme Reviewer'),
      ],
    },
    {
      title: 'Block category: Common',
      answer: {
        version: 1,
        uri: 'https://wpthemetestdata.wordpress.com/?p=1730',
        headline: 'Block category: Common',
        section: { slug: 'block', name: 'Block' },
        datePublished: '2018-11-01T07:10:43.000Z',
        path: '/2018/11/02/block-category-common',
        about: [topic('image'), topic('embeds'), topic('gallery'), topic('video')],
        mentions: [{ __typename: 'Person', name: 'Cite', identity: 'NAME_ONLY' }],
        quotations: [
          { ...{ text: 'Quote', directness: 'DIRECT', assertedBy: 'SOURCE', start: 0, speaker: { name: 'Cite', anonymous: false } } },
        ],
      },
      blocks: [
        paragraph(
          'The Common category includes … cover, video.',
          emphasis(51, 'Paragraph, image, headings, list, gallery, quote, audio, cover, video.'),
        ),
        paragraph('The paragraph block is the default block type.\u00a0 … free flowing, with love.'),
        paragraph('This paragraph is left aligned.'),
        paragraph('This italic paragraph is right aligned.', emphasis(0, 'This italic paragraph is right aligned.')),
        paragraph('Neither of these … a drop cap.', strong(0, 'Neither of these … a drop cap.')),
        paragraph('This paragraph is centered.'),
        paragraph('This paragraph prefers Jazz … small font size.'),
        paragraph('This paragraph has something important to say:\u00a0 … defaults to 36px.'),
        paragraph('The huge text size … can be customized.'),
        paragraph('This paragraph is colorful, … text is readable.'),
        paragraph('Below this block, you will see a single image.', strong(0, 'Below this block, you will see a single image.')),
        picture(shown('http://wpthemetestdata.files.wordpress.com/2013/03/image-alignment-150x150.jpg', 'Image Alignment 150x150')),
        heading(2, 'H1 Heading'), // the headline of the article is the only one of level 1
        ...[2, 3, 4, 5, 6].map((level) => heading(level, `H${level} Heading`)),
        heading(2, 'Ordered list'),
        list(
          true,
          [
            0,
            'The software should be licensed under the\u00a0GNU Public License.',
            link(42, 'GNU Public License', 'http://www.gnu.org/copyleft/gpl.html'),
          ],
          [0, 'The software should be freely … without permission.'],
          [0, 'The software should be open to modifications.'],
          [1, 'Any modifications should be … from its creators.'],
          [0, 'The software should provide a framework for translation … all languages.'],
          [0, 'The software should provide a framework for extensions … core code'],
        ),
        heading(2, 'Unordered list'),
        list(false, [0, 'One'], [0, 'Two'], [0, 'Three'], [1, 'Four'], [0, 'Five']),
        gallery(
          shown('img_0747.jpg', 'Brazil Beach', 'Jericoacoara Ceara Brasil'),
          shown('img_0513-1.jpg', 'Huatulco Coastline', 'Sunrise over the coast in Huatulco, Oaxaca, Mexico'),
          shown('windmill.jpg', 'Windmill', 'Windmill shrouded in fog at a farm outside of Walker, Iowa'),
          shown(`${OLD.replace('https', 'http')}/img_8399.jpg`, 'Boat Barco Texture', 'Boat BW PB Barco Texture Beautiful Fishing'),
          shown(`${OLD.replace('https', 'http')}/img_0767.jpg`, 'Huatulco Coastline', 'Coastline in Huatulco, Oaxaca, Mexico'),
          shown('https://wpthemetestdata.files.wordpress.com/2012/06/dsc20040724_152504_532.jpg'),
          shown(`${OLD.replace('https', 'http')}/dsc20051220_173257_119.jpg`, 'Rusty Rail', 'Rusty rails with fishplate, Kojonup'),
          shown('dscn3316.jpg', 'Sea and Rocks', 'Sea and rocks, Plimmerton, New Zealand'),
          shown('michelle_049.jpg', 'Big Sur', 'Beach at Big Sur, CA'),
        ),
        quote('Quote', 'Cite'),
        embed(`${OLD}/originaldixielandjazzbandwithalbernard-stlouisblues.mp3`),
        picture(shown('dsc04563.jpg')), // behind the words of the cover
        paragraph('Cover block with background image'),
        paragraph('The file block has … with editable text:'),
        paragraph('File Block PDF', FILE_BLOCK),
        paragraph('File Block PDF', FILE_BLOCK),
        paragraph('Video blocks have settings … controls responsibly.'),
        film({ url: SLIDER, caption: 'This is a video block caption.' }),
        paragraph('The video block below … video starts:'),
        film({ url: SLIDER, poster: { url: `${OLD}/dsc20050727_091048_222.jpg` } }),
      ],
    },
    {
      title: 'Markup: HTML Tags and Formatting',
      answer: {
        version: 1,
        uri: 'http://wptest.io/demo/?p=919',
        headline: 'Markup: HTML Tags and Formatting',
        contributions: [tester],
        section: { slug: 'markup', name: 'Markup' },
        datePublished: '2013-01-12T03:22:19.000Z', // the evening before, on the wall of the site
        path: '/2013/01/11/markup-html-tags-and-formatting',
        about: [topic('content'), topic('css'), topic('formatting'), topic('html'), topic('markup')],
        // of whom they are is said behind two hyphens, which is not read
        quotations: [spoken('DIRECT', 'Code is poetry.', 1), spoken('DIRECT', 'Developers, developers, developers...', 1)],
      },
      notSpoken: ['Big Black', 'Do Work', 'seriously', 'for the win', '2'],
      blocks: [
        heading(2, 'Headings'),
        heading(2, 'Header one'),
        ...['two', 'three', 'four', 'five', 'six'].map((which, place) => heading(place + 2, `Header ${which}`)),
        heading(2, 'Blockquotes'),
        paragraph('Single line blockquote:'),
        quote('Stay hungry. Stay foolish.'),
        paragraph('Multi line blockquote with a cite reference:'),
        quote('People think focus … to 1,000 things.'),
        paragraph("Steve Jobs - Apple Worldwide Developers' Conference, 1997", emphasis(0, 'Steve Jobs')),
        heading(2, 'Tables'),
        table(
          ['# Employee', '# Salary', '# Comments'],
          [['# John Doe', link(0, 'John Doe', 'http://example.org/')], '$1', "Because that's all Steve Jobs needed for a salary."],
          [['# Jane Doe', link(0, 'Jane Doe', 'http://example.org/')], '$100K', 'For all the blogging she does.'],
          [
            ['# Fred Bloggs', link(0, 'Fred Bloggs', 'http://example.org/')],
            '$100M',
            'Pictures are worth a thousand words, right? So Jane x 1,000.',
          ],
          [['# Jane Bloggs', link(0, 'Jane Bloggs', 'http://example.org/')], '$100B', 'With hair like that?! Enough said...'],
        ),
        heading(2, 'Definition Lists'),
        ...[
          'Definition List Title',
          'Definition list division.',
          'Startup',
          'A startup company or startup … business model.',
          '#dowork',
        ].map((words) => paragraph(words)),
        paragraph('Coined by Rob Dyrdek … motivating your friends.'),
        paragraph('Do It Live'),
        paragraph("I'll let Bill O'Reilly will explain this one.", link(28, 'explain', 'https://www.youtube.com/watch?v=O_HyZ5aW76c')),
        heading(2, 'Unordered Lists (Nested)'),
        list(false, ...NESTED),
        heading(2, 'Ordered List (Nested)'),
        list(true, ...NESTED),
        heading(2, 'HTML Tags'),
        paragraph('These supported tags come from the WordPress.com code FAQ.', link(54, 'FAQ', 'http://en.support.wordpress.com/code/')),
        tag('Address'),
        paragraph('1 Infinite Loop\nCupertino, CA 95014\nUnited States'),
        paragraph('Anchor Tag (aka. Link)', strong(0, 'Anchor Tag (aka. Link)')),
        paragraph('This is an example of a link to Apple.com.', link(24, 'link to Apple.com', 'http://apple.com')),
        tag('Abbreviation'),
        paragraph('The abbreviation srsly stands for "seriously".'),
        paragraph('Acronym Tag (deprecated in HTML5)', strong(0, 'Acronym Tag (deprecated in HTML5)'), emphasis(13, 'deprecated in HTML5')),
        paragraph('The acronym ftw stands for "for the win".'),
        oldTag('Big'),
        paragraph('These tests are a big deal, but this tag is no longer supported in HTML5.'),
        tag('Cite'),
        paragraph('"Code is poetry." --Automattic', emphasis(20, 'Automattic')),
        tag('Code'),
        paragraph(
          'You will learn later on in these tests that word-wrap: break-word; will be your best friend.',
          code(44, 'word-wrap: break-word;'),
        ),
        tag('Delete'),
        paragraph(
          'This tag will let you strikeout text, but this tag is no longer supported in HTML5 (use the <strike> instead).',
          struck(22, 'strikeout text'),
          code(92, '<strike>'),
        ),
        tag('Emphasize'),
        paragraph('The emphasize tag should italicize text.', emphasis(25, 'italicize')),
        tag('Insert'),
        paragraph('This tag should denote inserted text.'),
        tag('Keyboard'),
        paragraph(
          'This scarcely known tag emulates keyboard text, which is usually styled like the <code> tag.',
          code(33, 'keyboard text'),
          code(81, '<code>'),
        ),
        tag('Preformatted'),
        paragraph('This tag styles large blocks of code.'),
        unknown(
          'pre',
          [
            ...['.post-title {', '\tmargin: 0 0 5px;', '\tfont-weight: bold;', '\tfont-size: 38px;', '\tline-height: 1.2;'],
            "\tand here's a line of some really, really, really, really long text, just to see how the PRE tag handles it and to find out how it overflows;",
            '}',
          ].join('\n'),
        ),
        tag('Quote'),
        paragraph('“Developers, developers, developers...” --Steve Ballmer'), // browsers show the quotation marks of `q`
        oldTag('Strike'),
        paragraph('This tag shows strike-through text'),
        tag('Strong'),
        paragraph('This tag shows bold text.', strong(15, 'bold text.')),
        tag('Subscript'),
        paragraph('Getting our science styling on with H2O, which should push the "2" down.'),
        tag('Superscript'),
        paragraph("Still sticking with science and Isaac Newton's E = MC2, which should lift the 2 up."),
        oldTag('Teletype'),
        paragraph(
          'This rarely used tag emulates teletype text, which is usually styled like the <code> tag.',
          code(30, 'teletype text'),
          code(78, '<code>'),
        ),
        tag('Variable'),
        paragraph('This allows you to denote variables.', emphasis(26, 'variables')),
      ],
    },
  ],
};
