import type { Codebook } from '../../codebook/codebook.js';
import { addCode } from '../../codebook/edit/add.js';
import { identifierFor } from '../../codebook/edit/identifier-for.js';
import { mergeCodes } from '../../codebook/edit/merge.js';
import { renameCode } from '../../codebook/edit/rename.js';
import type { Outcome } from '../../core/diagnostic.js';
import type { Effect } from './effect.js';

/** An effect that changes the codebook. */
export type CodebookEffect = Extract<Effect, { kind: 'add code' | 'rename code' | 'merge codes' }>;

/** A change of the codebook's file, and what the state is told of it. */
export interface CodebookChange {
  /** Makes the new text of the old one. */
  readonly edit: (yaml: string, file: string) => Outcome<string>;
  readonly answer: {
    /** What it did, in words. */
    readonly told: string;
    /** The id of a code that is made. */
    readonly made: string | null;
    /** The new id by the old. */
    readonly renamed?: Readonly<Record<string, string>>;
  };
}

/** What an effect does to the codebook. A new code gets an id that no code has or had. */
export function codebookChange(effect: CodebookEffect, { codes }: Codebook): CodebookChange {
  const nameOf = (id: string): string => codes.find((code) => code.id === id)?.name ?? id;
  switch (effect.kind) {
    case 'add code': {
      const { name, parent } = effect;
      const id = identifierFor(name, new Set(codes.flatMap((code) => [code.id, ...code.was])));
      return {
        edit: (yaml, file) => addCode(yaml, file, { id, name, parent }),
        answer: { told: `new code: ${name}`, made: id },
      };
    }
    case 'rename code': {
      const { code, id, name } = effect;
      const edit = (yaml: string, file: string) => renameCode(yaml, file, { id: code, to: id, name });
      return { edit, answer: { told: `renamed ${nameOf(code)} to ${name}`, made: null, renamed: { [code]: id } } };
    }
    case 'merge codes': {
      const { from, into } = effect;
      const edit = (yaml: string, file: string) => mergeCodes(yaml, file, { from, into });
      const told = `merged ${nameOf(from)} into ${nameOf(into)}`;
      return { edit, answer: { told, made: null, renamed: { [from]: into } } };
    }
  }
}
