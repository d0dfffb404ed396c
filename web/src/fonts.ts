/** The fonts of `styles/fonts.css`; of each, a browser loads the parts that hold the letters. */
const FONTS = ['1rem Newsreader', '1rem "Public Sans"', '1rem "Noto Naskh Arabic"'];
const ITALIC = 'italic 1rem Newsreader';

/** What is set in italics: stress, and words set apart. */
const IN_ITALICS = /"(EMPHASIS|PullQuote)"/;

/** How long a page waits for the fonts of its script, in milliseconds: the blink of an eye. */
const PATIENCE = 300;

/**
 * Asks for the fonts that the letters of a page need, so that they are there when it is drawn. Where they come late, the page is drawn with those of the machine, and
 * stays so: nothing moves under a reader's eyes.
 */
export async function fontsFor(page: unknown): Promise<void> {
  const text = JSON.stringify(page);
  const letters = [...new Set(text)].join('');
  const fonts = IN_ITALICS.test(text) ? [...FONTS, ITALIC] : FONTS;
  const loaded = Promise.all(fonts.map((font) => document.fonts.load(font, letters))).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  if (!(await Promise.race([loaded, late]))) document.documentElement.dataset.fonts = 'own';
}
