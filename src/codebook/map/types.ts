/** Types of relations between codes that every codebook knows. */
export const RELATION_TYPES = ['is-a', 'causes', 'condition-of', 'strategy-for', 'contradicts'] as const;

/** All types of a codebook: those that every one knows, and its own. */
export const typesOf = ({ relationTypes }: { readonly relationTypes: readonly string[] }): readonly string[] => [
  ...RELATION_TYPES,
  ...relationTypes,
];
