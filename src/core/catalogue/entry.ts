/** What the manual says of a diagnostic: a short title, what brings it about, and how to mend it. */
export interface CatalogueEntry {
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
}
