/** What p values and intervals over units or segments are, wherever they are printed. */
export const DESCRIPTIVE =
  'Descriptive: coded segments are not independent, as what one person says in one interview hangs together. Read p as an order of pairs or codes, not as a test; p is too small, and intervals are too narrow.';
