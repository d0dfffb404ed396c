// Written by `npm run codegen` from schema/*.graphql and {examples,client/fragments}/*.graphql. Never edited.

      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "ArticleResult": [
      "MovedArticle",
      "NewsArticle",
      "WithdrawnArticle"
    ],
    "Block": [
      "Blockquote",
      "CorrectionNote",
      "Divider",
      "Embed",
      "GalleryBlock",
      "Heading",
      "ImageBlock",
      "KeyFacts",
      "ListBlock",
      "Paragraph",
      "PullQuote",
      "TableBlock",
      "UnknownBlock",
      "VideoBlock"
    ],
    "Concept": [
      "NewsEvent",
      "Organization",
      "Person",
      "Place",
      "Topic"
    ],
    "Destination": [
      "Author",
      "Front",
      "MovedArticle",
      "NewsArticle",
      "NewsEvent",
      "Organization",
      "Person",
      "Place",
      "Section",
      "Topic",
      "WithdrawnArticle"
    ],
    "Node": [
      "LivePost",
      "NewsArticle",
      "NewsEvent",
      "Organization",
      "Person",
      "Place",
      "Quotation",
      "Topic"
    ]
  }
};
      export default result;
