import { type NamedFile, paragraph, spoken, topicByName } from './named-file.ts';

/** ninjs 3.0 of Business Wire: Chinese, a body of HTML without a paragraph in it, and thirteen subjects that are known by their names alone. */
export const cambrios: NamedFile = {
  path: 'iptc-ninjs/examples/3.0/businesswire-newsml-20130605006126.json',
  format: 'ninjs',
  articles: [
    {
      answer: {
        version: 1,
        uri: 'http://www.businesswire.com/news/home/20130605006126/zh',
        headline: 'Cambrios被Gartner評選為「最酷供應商」',
        inLanguage: 'zh',
        datePublished: '2013-06-05T21:00:00.000Z',
        versionCreated: '2013-06-05T21:00:00.000Z',
        path: '/news/cambrios被gartner評選為-最酷供應商',
        about: [
          ...['United States', 'Technology', 'Consumer Electronics', 'North America', 'Hardware', 'Audio/Video', 'Nanotechnology'],
          ...['Semiconductor', 'California', 'Award', 'Manufacturing', 'Chemicals/Plastics', 'Engineering'],
        ].map((name) => topicByName(name)),
        quotations: [spoken('PARTIAL', '最酷供應商', 90)],
      },
      blocks: [
        // the line end in the middle of the company's name is a blank
        paragraph(
          '(美國商業資訊)--為透明及軟性導體市場提供銀奈米線解決方案的領導廠商Cambrios Technologies Corporation今天宣布，該公司最近被Gartner評選為「最酷供應商」(Cool Vendor)。',
        ),
      ],
    },
  ],
};
