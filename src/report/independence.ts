/** What p values and intervals over units or segments are, wherever they are printed. */
export const DESCRIPTIVE =
  'Descriptive: coded segments are not independent, as what one person says in one interview hangs together. Read p as an order of pairs or codes, not as a test; p is too small, and intervals are too narrow.';

/** What chance means where sources are counted together, wherever a measure against chance is printed. */
export const POOLED =
  'Chance is that of all units together: codes that some sources have more of than others go together here, even where they do not within any source. --pairs --by source shows each.';

/** What few meetings do to measures against chance. */
export const RARE =
  'Lift, PMI and NPMI are largest for pairs that meet once or twice: ask for a --min-count. NPMI −1 says little where chance too would bring fewer than 5 meetings (n1 · n2 / N).';

/** What shares over pairs of segments are that pass 1. */
export const ABOVE_ONE =
  'Above 1: some segments overlap several of the other code, so that there are more pairs than segments, and the figure is no share.';
