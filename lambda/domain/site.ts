/** The site that a deployment speaks for. */
export type Site = {
  name: string;
  /** Without a slash at the end. */
  url: string;
  logo: string | null;
  publisher: string;
  /** BCP 47, the main language first. */
  languages: readonly string[];
  /**
   * Address of a service that cuts pictures, with `{url}`, `{width}`, `{height}` and, if it can, `{x}` and `{y}` (the focal point, 0 to 1) in it;
   * null when there is none.
   */
  imageService: string | null;
};

/** The whole address of a path of the site, as browsers spell it. @param path as `normalizePath` has it: without `?` and `#` */
export function addressOf({ url }: Site, path: string): string {
  return url + encodeURI(path);
}
