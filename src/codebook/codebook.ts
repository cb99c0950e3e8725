/** What a hit codes: the unit that holds it, or just the matched words. */
export type SegmentKind = 'match' | 'sentence' | 'paragraph' | 'turn';

/** Stands in `Literal.atoms` for `*`: any run, also an empty one, of word characters of a spaced script. */
export const STAR = -1;
/** Stands in `Literal.atoms` for white space between the words of a phrase. */
export const SPACE = -2;

/** A word, a prefix, a phrase or a run of Han: matched character by character. */
export interface Literal {
  readonly kind: 'literal';
  /** The keyword as written in the codebook. */
  readonly written: string;
  /** NFC code points of the keyword, unfolded, with STAR and SPACE among them. */
  readonly atoms: readonly number[];
  /** Written with a leading `=`: case, width and script variants count. */
  readonly exact: boolean;
}

/** A regular expression (`/…/flags`). */
export interface Expression {
  readonly kind: 'expression';
  readonly written: string;
  readonly pattern: string;
  /** Always with `u`; with `i` unless flags were given. */
  readonly flags: string;
}

/** All words that Porter's stemmer reduces to the stem of `word`. */
export interface Stem {
  readonly kind: 'stem';
  readonly written: string;
  readonly word: string;
}

export type Keyword = Literal | Expression | Stem;

/** How far apart two hits may stand: at most so many words, and at most so many Han characters, between them. */
export interface Distance {
  readonly words: number;
  readonly chars: number;
}

/** One entry of a code's `keywords`. A plain keyword is a rule with one alternative and no condition. */
export interface Rule {
  /** The id of the code. */
  readonly code: string;
  /** 0-based position among the code's rules. */
  readonly index: number;
  /** How the rule is named to people: the keyword as written, or its alternatives joined with ` | `. */
  readonly name: string;
  readonly any: readonly Keyword[];
  readonly near: readonly Keyword[];
  readonly unless: readonly Keyword[];
  /** The reach of `near` and `unless`; without it both mean the same segment. */
  readonly within?: Distance;
  /** Only hits in turns of this role or of this speaker label count. */
  readonly speaker?: string;
  readonly segment: SegmentKind;
  /** 1-based line and column of the rule in the codebook file. */
  readonly line: number;
  readonly column: number;
}

export interface Code {
  readonly id: string;
  /** Ids that the code, or one merged into it, once had: what was coded under them is coded with it. */
  readonly was: readonly string[];
  readonly name: string;
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly examples: readonly string[];
  /** `#rrggbb`. */
  readonly color?: string;
  /** The parent's id, or null at the top. */
  readonly parent: string | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly rules: readonly Rule[];
  /** A hit of this code inside a match of one of these is none. */
  readonly except: readonly Keyword[];
  readonly line: number;
  readonly column: number;
}

/** A link of the code map, by the ids of its codes: `from` causes, is a condition of … `to`. */
export interface Relation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

export interface Codebook {
  readonly file: string;
  readonly title: string;
  readonly fold: { readonly han: boolean };
  /** Declared properties of codings and their permitted values, e.g. `stance: [affirms, denies]`. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** All codes of the tree in the order of the file: a parent stands before its children. */
  readonly codes: readonly Code[];
  /** Types of relations that the codebook has besides those that every one has. */
  readonly relationTypes: readonly string[];
  /** In the order of the file, each once, none between a code and itself; `is-a` makes no circle. */
  readonly relations: readonly Relation[];
  /** The id of the core category. */
  readonly core?: string;
}
