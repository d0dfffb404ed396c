import { EXPORT_START, postItem } from '../../support/wordpress-export.ts';
import { Marks } from './marks.ts';

/** A document in which every private field is filled. */
export type Document = {
  name: string;
  format: string;
  body: string;
  /** What becomes of it. */
  status: 201 | 422;
};

export const marks = {
  ninjs: new Marks('ninjs'),
  superdesk: new Marks('superdesk'),
  rest: new Marks('rest'),
  wxr: new Marks('wxr'),
  markdown: new Marks('markdown'),
  ans: new Marks('ans'),
};

const { ninjs, superdesk, rest, wxr, markdown, ans } = marks;

/** What a contact says, of whomever it is. */
const contact = (of: Marks, whose: string) => [
  { type: 'email', role: 'work', value: `${of.hide(`${whose}.contactInfo.email`)}@desk.example` },
  { type: 'phone', value: of.hide(`${whose}.contactInfo.phone`), name: of.hide(`${whose}.contactInfo.name`) },
  {
    type: 'address',
    address: { lines: [of.hide(`${whose}.contactInfo.address.lines`)], locality: of.hide(`${whose}.contactInfo.address.locality`) },
  },
];

/** All that docs/integrate.md leaves out of an item of ninjs. */
const ninjsItem = {
  ...{ uri: 'urn:desk:private', type: 'text', version: '1', versionCreated: '2026-02-03T04:05:06Z', pubStatus: 'usable', language: 'en' },
  ...ninjs.hideAll('', ['profile', 'edNote', 'slugline', 'title', 'urgency', 'contentCreated', 'contentDigitised']),
  headlines: [{ role: 'main', value: ninjs.show('headlines') }],
  bodies: [
    {
      role: 'main',
      contentType: 'text/html',
      value: `<p>${ninjs.show('bodies')}</p><!-- ${ninjs.hide('a comment of the body')} -->`,
      charCount: 1,
    },
    { role: 'notes', contentType: 'text/plain', value: ninjs.hide('another body') },
    { role: 'print', contentType: 'application/xml', value: ninjs.hide('a body for machines') },
  ],
  people: [{ name: ninjs.show('people.name'), rel: 'author', contactInfo: contact(ninjs, 'people') }],
  organisations: [
    {
      name: ninjs.show('organisations.name'),
      contactInfo: contact(ninjs, 'organisations'),
      symbols: [{ ticker: ninjs.hide('organisations.symbols.ticker'), exchange: ninjs.hide('organisations.symbols.exchange') }],
    },
  ],
  places: [
    { name: ninjs.show('places.name'), contactInfo: contact(ninjs, 'places'), geoJSON: { type: ninjs.hide('places.geoJSON.type') } },
  ],
  subjects: [{ name: ninjs.show('subjects.name'), ...ninjs.hideAll('subjects.', ['creator', 'relevance', 'confidence']) }],
  events: [{ name: ninjs.show('events.name'), id: ninjs.hide('events.id') }],
  infoSources: [
    {
      name: ninjs.show('infoSources.name'),
      ...ninjs.hideAll('infoSources.', ['role', 'uri', 'literal']),
      contactInfo: contact(ninjs, 'infoSources'),
    },
  ],
  eventDetails: { note: ninjs.hide('eventDetails.note') },
  plannedCoverage: [{ assignee: ninjs.hide('plannedCoverage.assignee') }],
  renditions: [{ name: ninjs.hide('renditions.name'), href: `https://desk.example/${ninjs.hide('renditions.href')}.pdf` }],
  altIds: [{ role: 'desk', value: ninjs.hide('altIds.desk') }],
  trustIndicators: [{ role: ninjs.hide('trustIndicators.role'), title: ninjs.hide('trustIndicators.title') }],
  genres: [{ name: ninjs.show('genres.name'), uri: `https://desk.example/${ninjs.hide('genres.uri')}` }],
  rightsInfo: { langId: ninjs.hide('rightsInfo.langId'), encodedRights: ninjs.hide('rightsInfo.encodedRights') },
  associations: [
    {
      ...{ name: 'main', uri: 'urn:desk:picture', type: 'picture' },
      ...ninjs.hideAll('associations.', ['edNote', 'slugline', 'profile', 'usageTerms', 'copyrightNotice', 'located']),
      descriptions: [{ role: 'caption', value: ninjs.show('associations.descriptions') }],
      people: [{ name: ninjs.hide('associations.people.name'), contactInfo: contact(ninjs, 'associations.people') }],
      altIds: [{ role: 'desk', value: ninjs.hide('associations.altIds') }],
      infoSources: [{ name: ninjs.show('associations.infoSources'), contactInfo: contact(ninjs, 'associations.infoSources') }],
      renditions: [{ name: 'big', href: 'https://desk.example/big.jpg', title: ninjs.hide('associations.renditions.title') }],
    },
    ...['withheld', 'canceled'].map((pubStatus) => ({
      ...{ name: pubStatus, uri: `urn:desk:${pubStatus}`, type: 'picture', pubStatus },
      descriptions: [{ role: 'caption', value: ninjs.hide(`a ${pubStatus} picture`) }],
      renditions: [{ name: 'big', href: `https://desk.example/${ninjs.hide(`the address of a ${pubStatus} picture`)}.jpg` }],
    })),
  ],
};

/** All that docs/integrate.md leaves out of an article of Superdesk, or only reads. */
const superdeskItem = {
  ...{ guid: 'urn:newsml:desk:private', type: 'text', version: '1', pubstatus: 'usable', language: 'en' },
  ...{ versioncreated: '2026-02-03T04:05:06+0000', firstpublished: '2026-02-03T04:05:06+0000' },
  headline: superdesk.show('headline'),
  body_html: `<p>${superdesk.show('body_html')}</p><!-- ${superdesk.hide('a comment of the body')} -->`,
  ...superdesk.hideAll('', ['ednote', 'slugline', 'profile', 'urgency', 'priority', 'mimetype', 'charcount', 'wordcount', 'readtime']),
  ...superdesk.hideAll('', ['planning_id', 'publish_schedule', 'order']),
  products: [superdesk.hideAll('products.', ['code', 'name'])],
  refs: [superdesk.hideAll('refs.', ['id', 'guid'])],
  ...superdesk.hideAll('', ['assignment_id', 'coverage_id', 'event_id', 'translated_from', 'rewrite_sequence']),
  extra: {
    ...{ public_note: superdesk.show('extra.public_note'), internal_note: superdesk.hide('extra.internal_note') },
    sms: { text: superdesk.hide('extra.sms.text') },
  },
  extra_items: { notes: { type: 'text', items: [{ body: superdesk.hide('extra_items.notes') }] } },
  attachments: [
    { id: superdesk.hide('attachments.id'), title: superdesk.hide('attachments.title'), href: superdesk.hide('attachments.href') },
  ],
  translation_id: superdesk.hide('translation_id'),
  authors: [
    {
      ...{ name: superdesk.show('authors.name'), role: 'writer', biography: superdesk.show('authors.biography') },
      ...superdesk.hideAll('authors.', [
        'code',
        'user',
        'first_name',
        'last_name',
        'email',
        'phone',
        'scheme',
        'sub_label',
        'parent',
        '_id',
        'qcode',
        'uri',
      ]),
      avatar_url: `https://desk.example/${superdesk.hide('authors.avatar_url')}.jpg`,
      jobtitle: { qcode: superdesk.hide('authors.jobtitle.qcode'), name: superdesk.hide('authors.jobtitle.name') },
    },
  ],
  service: [{ name: superdesk.show('service.name'), scheme: superdesk.hide('service.scheme') }],
  person: [{ name: superdesk.show('person.name'), contactinfo: contact(superdesk, 'person') }],
  place: [{ name: superdesk.show('place.name'), geometry_point: { type: superdesk.hide('place.geometry_point') } }],
  annotations: [
    { id: superdesk.hide('annotations.id'), type: superdesk.hide('annotations.type'), body: superdesk.show('annotations.body') },
  ],
  signal: [{ name: superdesk.hide('signal.name'), code: superdesk.hide('signal.code') }],
  altids: { original_id: superdesk.hide('altids.original_id') },
  associations: {
    featuremedia: {
      ...{ guid: 'urn:newsml:desk:picture', type: 'picture', description_text: superdesk.show('associations.description_text') },
      ...superdesk.hideAll('associations.', ['ednote', 'slugline', 'priority']),
      renditions: { original: { href: 'https://desk.example/o.jpg', mimetype: 'image/jpeg', media: superdesk.hide('renditions.media') } },
    },
  },
};

/** Of systems of the staff, in Superdesk's archive and in the keys of its desks. */
const superdeskUsers = {
  ...superdesk.hideAll('', ['original_creator', 'version_creator', 'lock_user', 'sign_off', 'unique_name', 'template']),
  task: superdesk.hideAll('task.', ['user', 'desk', 'stage']),
};

/** All that is for the newsroom in a story of ANS. */
const ansStory = {
  ...{ _id: 'private', type: 'story', version: '0.10.12', publish_date: '2026-02-03T04:05:06Z', last_updated_date: '2026-02-03T04:05:06Z' },
  ...{ headlines: { basic: ans.show('headlines.basic'), print: ans.hide('headlines.print') }, language: 'en' },
  content_elements: [
    { type: 'text', content: ans.show('content'), additional_properties: { comments: [ans.hide('comments of an element')] } },
    { type: 'text', content: ans.hide('an element for print'), channels: ['print'] },
    {
      ...{ type: 'image', url: 'https://ans.example/fog.jpg', caption: ans.show('image.caption'), slug: ans.hide('image.slug') },
      owner: { id: ans.hide('image.owner.id') },
      additional_properties: { originalUrl: ans.hide('image.originalUrl'), takenBy: ans.hide('image.takenBy') },
    },
  ],
  ...{ slug: ans.hide('slug'), short_url: `https://ans.example/${ans.hide('short_url')}`, channels: [ans.hide('channels')] },
  revision: { published: true, revision_id: ans.hide('revision.revision_id'), user_id: ans.hide('revision.user_id') },
  planning: { internal_note: ans.hide('planning.internal_note'), budget_line: ans.hide('planning.budget_line') },
  workflow: { note: ans.hide('workflow.note') },
  pitches: { platform: [{ note: ans.hide('pitches.note') }] },
  contributors: { created_by: { user_id: ans.hide('contributors.user_id'), display_name: ans.hide('contributors.display_name') } },
  ...{ geo: { note: ans.hide('geo') }, address: { street_address: ans.hide('address.street_address') } },
  ...{ tracking: { id: ans.hide('tracking') }, comments: { moderator: ans.hide('comments') } },
  taxonomy: {
    associated_tasks: [ans.hide('taxonomy.associated_tasks')],
    stock_symbols: [ans.hide('taxonomy.stock_symbols')],
    tags: [{ slug: 'fog', text: ans.show('taxonomy.tags.text'), description: ans.hide('taxonomy.tags.description') }],
    additional_properties: { more: ans.hide('taxonomy.additional_properties') },
  },
  source: { name: 'The Sound', source_type: 'wire', edit_url: `https://ans.example/${ans.hide('source.edit_url')}` },
  distributor: { name: ans.show('distributor.name'), category: 'wires', additional_properties: { note: ans.hide('distributor.note') } },
  credits: {
    by: [
      {
        ...{ type: 'author', version: '0.10.12', name: ans.show('credits.name'), bio: ans.show('credits.bio') },
        ...ans.hideAll('credits.', ['_id', 'slug', 'first_name', 'last_name']),
        contributor_email: `${ans.hide('credits.contributor_email')}@ans.example`,
        social_links: [{ site: 'email', url: `mailto:${ans.hide('credits.social_links.email')}@ans.example` }],
        additional_properties: { original: { email: ans.hide('credits.original.email') } },
      },
    ],
  },
  additional_properties: { note: ans.hide('additional_properties') },
};

const ansDraft = (name: string, said: object) => ({
  ...{ _id: `draft-${ans.hide(`${name}: _id`)}`, type: 'story', version: '0.10.12', last_updated_date: '2026-02-03T04:05:06Z' },
  headlines: { basic: ans.hide(`${name}: headline`) },
  content_elements: [{ type: 'text', content: ans.hide(`${name}: content`) }],
  credits: { by: [{ type: 'author', version: '0.10.12', name: ans.hide(`${name}: author`) }] },
  ...said,
});

/** What WordPress and its plugins put beside a post, and what `context=edit` would add. */
const restPost = (said: Record<string, unknown> = {}) => ({
  ...{
    id: 7,
    type: 'post',
    status: 'publish',
    slug: 'private-fields',
    date_gmt: '2026-02-03T04:05:06',
    modified_gmt: '2026-02-03T04:05:06',
  },
  link: 'https://sound.example/2026/02/private-fields/',
  guid: { rendered: 'https://sound.example/?p=7', raw: rest.hide('guid.raw') },
  title: { rendered: rest.show('title'), raw: rest.hide('title.raw') },
  excerpt: { rendered: rest.show('excerpt'), raw: rest.hide('excerpt.raw') },
  content: {
    ...{ rendered: `<p>${rest.show('content')}</p><!-- ${rest.hide('a comment of the content')} -->`, raw: rest.hide('content.raw') },
    ...{ protected: false, block_version: rest.hide('content.block_version') },
  },
  ...rest.hideAll('', ['comment_status', 'ping_status', 'template', 'format', 'generated_slug', 'permalink_template', 'author']),
  meta: { _edit_last: rest.hide('meta._edit_last'), internal_note: rest.hide('meta.internal_note') },
  acf: { budget: rest.hide('acf.budget') },
  yoast_head: `<meta name="author" content="${rest.hide('yoast_head')}">`,
  class_list: [rest.hide('class_list')],
  _links: { 'version-history': [{ href: `https://sound.example/${rest.hide('_links')}` }] },
  _embedded: {
    author: [
      {
        ...{ id: rest.hide('author.id'), name: rest.show('author.name'), link: 'https://sound.example/author/hester/' },
        ...rest.hideAll('author.', ['email', 'username', 'nickname', 'first_name', 'last_name', 'registered_date', 'roles', 'url']),
        meta: { phone: rest.hide('author.meta.phone') },
        avatar_urls: { 96: `https://sound.example/${rest.hide('author.avatar_urls')}` },
      },
    ],
    'wp:featuredmedia': [
      {
        ...{ media_type: 'image', source_url: 'https://sound.example/media/fog.jpg', alt_text: rest.show('media.alt_text') },
        ...rest.hideAll('media.', ['author', 'slug', 'title', 'post']),
        description: { rendered: rest.hide('media.description') },
        media_details: {
          file: rest.hide('media.file'),
          image_meta: { camera: rest.hide('media.camera'), copyright: rest.hide('media.copyright') },
        },
        meta: { note: rest.hide('media.meta') },
      },
    ],
    'wp:term': [
      [
        {
          id: 1,
          taxonomy: 'category',
          slug: 'fog',
          name: rest.show('term.name'),
          ...rest.hideAll('term.', ['description', 'link']),
          meta: [rest.hide('term.meta')],
        },
      ],
      [{ id: 2, taxonomy: 'post_format', slug: rest.hide('post_format.slug'), name: rest.hide('post_format.name') }],
      [{ id: 3, taxonomy: 'internal', slug: rest.hide('internal.slug'), name: rest.hide('internal.name') }],
    ],
    replies: [[{ author_name: rest.hide('replies.author_name'), content: { rendered: rest.hide('replies.content') } }]],
    'wp:attachment': [{ source_url: `https://sound.example/${rest.hide('attachment')}.jpg` }],
  },
  ...said,
});

/** A post that nobody may read, all of whose words are hidden. */
const hiddenPost = (name: string, said: Record<string, unknown>) => ({
  ...{ id: 8, type: 'post', date_gmt: '2099-02-03T04:05:06', modified_gmt: '2026-02-03T04:05:06' },
  ...{ slug: rest.hide(`${name}: slug`), guid: { rendered: `https://sound.example/?p=${rest.hide(`${name}: guid`)}` } },
  link: `https://sound.example/${rest.hide(`${name}: link`)}/`,
  title: { rendered: rest.hide(`${name}: title`) },
  content: { rendered: `<p>${rest.hide(`${name}: content`)} <b>“Fog,”</b> said Odo ${rest.hide(`${name}: speaker`)}.</p>` },
  _embedded: {
    author: [{ name: rest.hide(`${name}: author`) }],
    'wp:term': [[{ id: 1, taxonomy: 'category', slug: rest.hide(`${name}: category`), name: 'Fog' }]],
  },
  ...said,
});

/** What only its kind, or its password, keeps from readers. */
const READABLE = { status: 'publish', date_gmt: '2026-02-03T04:05:06' };

/** Statuses that nobody but editors sees; `future` is one until its date. */
const NOT_PUBLIC = ['draft', 'pending', 'private', 'auto-draft', 'inherit', 'future', 'acf-disabled'];

const element = (name: string, ...inside: string[]) => `<${name}>${inside.join('')}</${name}>`;
const hiddenElements = (parent: string, names: readonly string[]) =>
  names.map((name) => element(name, wxr.hide(`${parent}${name}`))).join('');

/** Everything that stands beside the posts of an export. */
const wxrStart = EXPORT_START.replace(/<wp:author>.*?<\/wp:author>/s, '').concat(
  element(
    'wp:author',
    ...[element('wp:author_login', 'hq-login'), element('wp:author_display_name', wxr.show('wp:author_display_name'))],
    hiddenElements('author.', ['wp:author_id', 'wp:author_email', 'wp:author_first_name', 'wp:author_last_name']),
  ),
  element(
    'wp:category',
    element('wp:category_nicename', 'ferries'),
    element('wp:cat_name', 'Ferries'),
    hiddenElements('category.', ['wp:category_description', 'wp:term_id']),
  ),
  element('wp:tag', hiddenElements('tag.', ['wp:tag_slug', 'wp:tag_name', 'wp:tag_description'])),
  element('wp:term', hiddenElements('term.', ['wp:term_slug', 'wp:term_name'])),
);

const wxrPost = postItem(1, {
  title: wxr.show('title'),
  'content:encoded': `${wxr.show('content')}<!-- ${wxr.hide('a comment of the content')} -->`,
})
  .replace(/<wp:comment>.*<\/wp:comment>/s, '')
  .replace(
    '</item>',
    [
      hiddenElements('', ['description', 'wp:comment_status', 'wp:ping_status', 'wp:menu_order', 'wp:is_sticky']),
      element('wp:postmeta', element('wp:meta_key', '_edit_last'), hiddenElements('postmeta.', ['wp:meta_value'])),
      element(
        'wp:postmeta',
        element('wp:meta_key', wxr.hide('postmeta.wp:meta_key')),
        element('wp:meta_value', wxr.hide('another postmeta')),
      ),
      `<category domain="internal" nicename="${wxr.hide('internal nicename')}">${wxr.hide('internal category')}</category>`,
      element(
        'wp:comment',
        hiddenElements('comment.', [
          'wp:comment_author',
          'wp:comment_author_email',
          'wp:comment_author_IP',
          'wp:comment_content',
          'wp:comment_user_id',
        ]),
        element('wp:commentmeta', hiddenElements('comment.', ['wp:meta_key', 'wp:meta_value'])),
      ),
      '</item>',
    ].join(''),
  );

/** An item of which nothing may be read. */
const hiddenItem = (number: number, name: string, said: Record<string, string>) =>
  postItem(number, {
    title: wxr.hide(`${name}: title`),
    link: `https://sound.example/${wxr.hide(`${name}: link`)}/`,
    'content:encoded': `<p>${wxr.hide(`${name}: content`)}</p><p>“Fog,” said Odo ${wxr.hide(`${name}: speaker`)}.</p>`,
    'excerpt:encoded': wxr.hide(`${name}: excerpt`),
    'wp:post_name': wxr.hide(`${name}: slug`),
    'wp:post_date_gmt': '2099-02-03 04:05:06',
    ...said,
  }).replace('nicename="fog"', `nicename="${wxr.hide(`${name}: tag`)}"`);

const PAST = { 'wp:post_date_gmt': '2026-02-03 04:05:06' };

const wxrWith = (...items: string[]) => `${wxrStart}${items.join('')}</channel></rss>`;

/** Documents of every format, with all that a newsroom keeps to itself. */
export const DOCUMENTS: readonly Document[] = [
  { name: 'an item of ninjs', format: 'ninjs', body: JSON.stringify(ninjsItem), status: 201 },
  {
    name: 'a withheld item of ninjs',
    format: 'ninjs',
    status: 201,
    body: JSON.stringify({
      ...{ uri: `urn:desk:${ninjs.hide('withheld: uri')}`, pubStatus: 'withheld', versionCreated: '2026-02-03T04:05:06Z' },
      headlines: [{ value: ninjs.hide('withheld: headline') }],
      bodies: [{ value: ninjs.hide('withheld: body') }],
      people: [{ name: ninjs.hide('withheld: person'), rel: 'author' }],
    }),
  },
  { name: 'an article of Superdesk', format: 'ninjs', body: JSON.stringify(superdeskItem), status: 201 },
  {
    ...{ name: 'an article of Superdesk with the keys of its archive', format: 'ninjs', status: 201 },
    body: JSON.stringify({ ...superdeskItem, ...superdeskUsers, guid: 'urn:newsml:desk:archive' }),
  },
  { name: 'a story of ANS', format: 'ans', body: JSON.stringify(ansStory), status: 201 },
  { name: 'a draft of ANS', format: 'ans', body: JSON.stringify(ansDraft('draft', { revision: { published: false } })), status: 201 },
  { name: 'a story of ANS without a word of publication', format: 'ans', body: JSON.stringify(ansDraft('unsaid', {})), status: 201 },
  { name: 'a post of the REST interface', format: 'wordpress-rest', body: JSON.stringify(restPost()), status: 201 },
  ...NOT_PUBLIC.map(
    (status): Document => ({
      ...{ name: `a post that is ${status}`, format: 'wordpress-rest', status: 201 },
      body: JSON.stringify(hiddenPost(status, status === 'future' ? { status } : { ...READABLE, status })),
    }),
  ),
  {
    ...{ name: 'a post that asks for a password', format: 'wordpress-rest', status: 201 },
    body: JSON.stringify(
      hiddenPost('protected', {
        ...READABLE,
        status: 'publish',
        content: { rendered: rest.hide('protected: content'), protected: true },
        password: rest.hide('password'),
      }),
    ),
  },
  {
    ...{ name: 'a revision', format: 'wordpress-rest', status: 422 },
    body: JSON.stringify(hiddenPost('revision', { ...READABLE, status: 'publish', type: 'revision' })),
  },
  { name: 'an export', format: 'wordpress-wxr', body: wxrWith(wxrPost), status: 201 },
  ...NOT_PUBLIC.map(
    (status, place): Document => ({
      ...{ name: `an item that is ${status}`, format: 'wordpress-wxr', status: 201 },
      body: wxrWith(hiddenItem(20 + place, status, { 'wp:status': status, ...(status === 'future' ? {} : PAST) })),
    }),
  ),
  {
    ...{ name: 'items that are no posts', format: 'wordpress-wxr', status: 201 },
    body: wxrWith(
      ...['revision', 'page', 'nav_menu_item', 'attachment', 'wp_block', 'custom_css'].map((type, place) =>
        hiddenItem(40 + place, type, { 'wp:post_type': type, 'wp:status': 'publish', ...PAST }),
      ),
      postItem(50),
    ),
  },
  {
    ...{ name: 'an item that asks for a password', format: 'wordpress-wxr', status: 201 },
    body: wxrWith(hiddenItem(60, 'password', { ...PAST, 'wp:status': 'publish', 'wp:post_password': wxr.hide('password') })),
  },
  {
    ...{ name: 'a Markdown document with a comment', format: 'markdown', status: 201 },
    body: `---\nuri: public\n---\n# ${markdown.show('headline')}\n\n${markdown.show('words')} <!-- ${markdown.hide('a comment in a line')} -->\n\n<!-- ${markdown.hide('a comment')} -->\n\nEnd.\n`,
  },
  {
    ...{ name: 'a Markdown document with keys that nobody knows', format: 'markdown', status: 422 },
    body: `---\nuri: unknown-keys\nnote: ${markdown.hide('note')}\nauthors:\n  - name: ${markdown.hide('authors.name')}\n    email: ${markdown.hide('authors.email')}\n---\n# ${markdown.hide('headline beside keys that nobody knows')}\n\nWords.\n`,
  },
  {
    ...{ name: 'a Markdown document that is withheld', format: 'markdown', status: 201 },
    body: `---\nuri: withheld-${markdown.hide('withheld: uri')}\nstatus: withheld\nauthors: [${markdown.hide('withheld: author')}]\n---\n# ${markdown.hide('withheld: headline')}\n\nWords.\n`,
  },
];
