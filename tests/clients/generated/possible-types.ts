// Written by `npm run codegen` from schema/*.graphql and examples/*.graphql. Never edited.

      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Block": [
      "Paragraph",
      "Heading",
      "Blockquote",
      "ListBlock",
      "TableBlock",
      "ImageBlock",
      "GalleryBlock",
      "VideoBlock",
      "PullQuote",
      "Embed",
      "KeyFacts",
      "CorrectionNote",
      "Divider",
      "UnknownBlock"
    ],
    "Concept": [
      "Person",
      "Organization",
      "Place",
      "NewsEvent",
      "Topic"
    ],
    "Node": [
      "NewsArticle",
      "Person",
      "Organization",
      "Place",
      "NewsEvent",
      "Topic",
      "Quotation"
    ],
    "Destination": [
      "NewsArticle",
      "MovedArticle",
      "WithdrawnArticle",
      "Front",
      "Section",
      "Author",
      "Person",
      "Organization",
      "Place",
      "NewsEvent",
      "Topic"
    ],
    "ArticleResult": [
      "NewsArticle",
      "MovedArticle",
      "WithdrawnArticle"
    ]
  }
};
      export default result;
