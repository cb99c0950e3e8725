import type { Code, Codebook, Rule } from '../codebook/codebook.js';

/** What a code of a codebook taken apart stands for. */
export interface Part {
  /** Position of the code in the codebook itself. */
  readonly code: number;
  /** Position of the rule in the code; null for the code as a whole. */
  readonly rule: number | null;
  /** The one keyword of the rule that is looked for, as written; null for all of them. */
  readonly keyword: string | null;
}

/** A codebook in which every rule and every keyword is a code of its own beside the codes. */
export interface Apart {
  /** First the codes as they are, then the others. */
  readonly codebook: Codebook;
  /** What each of its codes stands for. */
  readonly parts: readonly Part[];
}

/**
 * Takes a codebook apart, so that each rule and each of its keywords is matched by itself: within one code the longer of two
 * overlapping matches would hide what the other keyword finds, and codes do not hide one another's. Conditions and exceptions
 * stay. A keyword stands apart where its rule has several.
 */
export function rulesApart(codebook: Codebook): Apart {
  const whole = codebook.codes.map((_, code): Part => ({ code, rule: null, keyword: null }));
  const pieces = codebook.codes.flatMap((code, position) =>
    code.rules.flatMap((rule, index): (readonly [Part, Code])[] => {
      const part = { code: position, rule: index, keyword: null };
      if (rule.any.length === 0) return [];
      if (rule.any.length === 1) return [[part, codeOf(code, rule, `${rule.name}`)]];
      return [
        [part, codeOf(code, rule, rule.name)],
        ...rule.any.map((keyword): readonly [Part, Code] => [
          { ...part, keyword: keyword.written },
          codeOf(code, { ...rule, any: [keyword] }, `${rule.name} › ${keyword.written}`),
        ]),
      ];
    }),
  );
  return {
    codebook: { ...codebook, codes: [...codebook.codes, ...pieces.map(([, code]) => code)] },
    parts: [...whole, ...pieces.map(([part]) => part)],
  };
}

/** No id of a code holds such a sign, so that none of these is taken for one. */
function codeOf(code: Code, rule: Rule, name: string): Code {
  const id = `${code.id} › ${rule.index} › ${name}`;
  return { ...code, id, was: [], rules: [{ ...rule, code: id, index: 0 }] };
}
