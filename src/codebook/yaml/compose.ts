import { Composer, Lexer, Parser, type Document, type YAMLError } from 'yaml';

/** Nodes nested deeper than this are refused before the composer, which is recursive, meets them. */
const MOST_LEVELS = 1000;

/** What the YAML package makes of a text. */
export interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** Errors of the first document, in text order, and those of the stream. */
  readonly errors: readonly YAMLError[];
  /** Where the nesting grew too deep: what follows was not read. */
  readonly tooDeepAt: number | null;
}

/**
 * Reads a text as YAML 1.2 with the failsafe schema: scalars stay text. Keys given twice are left to the caller, as the
 * package's own check takes quadratic time.
 */
export function compose(text: string): Composed {
  const parser = new Parser();
  let tooDeepAt: number | null = null;
  function* tokens(): ReturnType<Parser['parse']> {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > MOST_LEVELS) {
        tooDeepAt = parser.offset;
        return;
      }
    }
    yield* parser.end();
  }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, version: '1.2', logLevel: 'silent' });
  const documents = [...composer.compose(tokens(), true, text.length)];
  const errors = [...(documents[0]?.errors ?? [])].sort((a, b) => a.pos[0] - b.pos[0]);
  return { documents, errors, tooDeepAt };
}
