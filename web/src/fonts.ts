/** The families of `styles/fonts.css`. */
const FAMILIES = ['Newsreader', '"Public Sans"', '"Noto Naskh Arabic"'];

/** How long a page waits for the fonts of its script, in milliseconds: the blink of an eye. */
const PATIENCE = 300;

/**
 * Asks for the fonts that the letters of a page need, so that they are there when it is drawn. Where they come late, the page is drawn with those of the machine, and
 * stays so: nothing moves under a reader's eyes.
 */
export async function fontsFor(page: unknown): Promise<void> {
  const letters = [...new Set(JSON.stringify(page))].join('');
  const loaded = Promise.all(FAMILIES.map((family) => document.fonts.load(`1rem ${family}`, letters))).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  if (!(await Promise.race([loaded, late]))) document.documentElement.dataset.fonts = 'own';
}
