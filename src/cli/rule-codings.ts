import type { Span } from '../core/span.js';
import { createSourceCoder } from '../store/coded.js';
import { NO_FILTERS } from '../store/filters.js';
import type { Source } from '../store/sources.js';
import type { CodedStudy } from './study-options.js';

/** Whether the rules lay a code, by its id, over exactly a segment of a source, in bytes. */
export type IsLaid = (span: Span, code: string) => boolean;

/** Asks what the rules of the codebook code; each source is read once, when it is first asked for. */
export function ruleCodings(study: CodedStudy): (source: Source) => Promise<IsLaid> {
  const options = { set: { kind: 'rules' }, filters: NO_FILTERS, excluded: new Set<string>() } as const;
  const { codes } = study.codebook;
  const keyOf = ({ start, end }: Span, code: string): string => JSON.stringify([start, end, code]);
  const laid = new Map<string, IsLaid>();
  let coder: ReturnType<typeof createSourceCoder> | undefined;
  return async (source) => {
    const known = laid.get(source.id);
    if (known) return known;
    const { value } = await (await (coder ??= createSourceCoder(study, options))).read(source);
    const keys = new Set(value?.codings.map((coding) => keyOf(coding, codes[coding.code]!.id)));
    const isLaid: IsLaid = (span, code) => keys.has(keyOf(span, code));
    laid.set(source.id, isLaid);
    return isLaid;
  };
}
