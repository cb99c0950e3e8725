/*
 * All numbers that decide whether and where a quotation is found again, as METHODS ("Quotations found again") gives them.
 * Bytes are those of UTF-8, white space left out: a Han character has three, a Latin letter one. Shares are parts of 1.
 */

/** Code points of context that an anchor carries on either side, and that are compared. */
export const CONTEXT = 32;
/** Code points that are read beside a place: what may have been put in between is among them. */
export const READ = CONTEXT + 16;

/** Bytes that a quotation and the context adjoining it unchanged must have, to be told from any other place. */
export const ENOUGH = 40;
/** The same where all the context that is stored stands there. */
export const ENOUGH_WHOLE = 24;
/** Both sides together agree, so that they are enough, where at most this share of them differs; code points of both. */
export const BOTH_DIFFER = 0.2;
export const BOTH_LEAST = 16;
/** A side of the context stands there where at most this share of it differs; code points that such a side has at least. */
export const STANDS_DIFFERS = 0.5;
export const STANDS_LEAST = 4;
/** Edits of context by which the best place must be better than any other. */
export const EDITS_BETTER = 6;
/** A side that differs in at most this share is the mark of a doubled passage; code points that it has at least. */
export const DOUBLED_DIFFERS = 0.15;
export const DOUBLED_LEAST = 8;
/** Where the words of a quotation stand more often, only places are looked at that some of its context adjoins. */
export const MANY = 64;

/** What is like a quotation has so much of its words: beside context that agrees, and without such context. */
export const LIKE_BESIDE = 0.5;
export const LIKE_ALONE = 0.7;
/** Context agrees, beside words that are like, where at most this share of it differs. */
export const BESIDE_DIFFERS = 0.3;
/** Bytes of a quotation that is looked for without such context. */
export const ALONE_LEAST = 24;
/**
 * Bytes on either side of where a quotation may stand in which words like it are looked for: so many, and half as many as
 * the quotation has, but at most so many.
 */
export const LIKE_SLACK_LEAST = 24;
export const LIKE_SLACK = 400;
/** Of two places that are like a quotation the better one must be better by this share of quotation and context. */
export const LIKE_BETTER = 0.15;
/** Quotations of more code points are not compared: nobody could judge the difference. */
export const LIKE_LONGEST = 50_000;
/** The code points at either end of a long quotation that are aligned; what lies between is compared by its grams. */
export const ENDS = 160;
/** Code points of such a gram. */
export const GRAM = 4;

/** Bytes of a gram that tells where to look; it ends with a character: seven Latin letters, three Han characters. */
export const SEED = 7;
/** Seeds that stand more often than this in the text tell nothing. */
export const SEED_COMMON = 200;
/** Seeds of one quotation that are looked for at most. */
export const SEEDS_MOST = 500;
/** Places of one quotation that are looked at closely, and the share of the first one's seeds that they must have. */
export const PLACES_MOST = 6;
export const PLACES_SHARE = 0.4;
