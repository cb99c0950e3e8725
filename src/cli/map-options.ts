import { extname } from 'node:path';
import type { Code, Codebook } from '../codebook/codebook.js';
import type { Choice } from '../codebook/map/chosen.js';
import { typesOf } from '../codebook/map/types.js';
import { nearest } from '../core/suggest.js';
import type { OptionSpec, Values } from './command.js';
import { UsageError } from './failure.js';
import { linkOptions, tableOptions } from './options.js';
import { type Format, formatOf } from './print.js';
import { codeNamed, stepsOf } from './study-options.js';

/** Texts that other programs draw. */
const DRAWINGS = ['mermaid', 'graphviz'] as const;
export type Drawing = (typeof DRAWINGS)[number];

const DRAWING_BY_EXTENSION: Readonly<Record<string, Drawing>> = {
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'graphviz',
  '.gv': 'graphviz',
};

/** Which part of the code map, and how it is written. */
export const mapOptions: readonly OptionSpec[] = [
  ...linkOptions,
  { flags: '--directed', description: 'with --linked-to: only what relations lead to, not where they come from' },
  { flags: '--type <type>', description: 'only relations of this type', repeatable: true },
  { flags: '--axial [code]', description: "axial coding around a code (the codebook's core)" },
  ...tableOptions.map((option) =>
    option.flags.startsWith('--format') ? { ...option, choices: [...(option.choices ?? []), ...DRAWINGS] } : option,
  ),
];

/** How the map is written: as `--format` says, else by the extension of the file. */
export function mapFormat(values: Values): Format | Drawing {
  const given = values.one('format') ?? DRAWING_BY_EXTENSION[extname(values.one('output') ?? '').toLowerCase()];
  const drawing = DRAWINGS.find((name) => name === given);
  return drawing && !values.flag('json') ? drawing : formatOf(values);
}

/** What `--type`, `--linked-to`, `--steps` and `--directed` choose. */
export function choiceOf(values: Values, codebook: Codebook): Choice {
  const types = values.all('type').map((type) => typeNamed(type, codebook));
  const center = values.one('linkedTo');
  if (center === undefined) {
    const without = values.one('steps') !== undefined ? '--steps' : values.flag('directed') ? '--directed' : null;
    if (without) throw new UsageError(`${without} wants a code`, 'Name it with --linked-to CODE.');
    return { types };
  }
  const steps = stepsOf(values);
  const direction = values.flag('directed') ? 'along' : 'either';
  return { types, around: { code: codeNamed(center, codebook).id, steps, direction } };
}

function typeNamed(type: string, codebook: Codebook): string {
  const types = typesOf(codebook);
  if (types.includes(type)) return type;
  const close = nearest(type, types);
  const remedy = close ? `Did you mean ${close}?` : `The types are ${types.join(', ')}.`;
  throw new UsageError(`"${type}" is no type of relation`, remedy);
}

/** The category that `--axial` names, else the codebook's own. */
export function coreOf(values: Values, codebook: Codebook): Code {
  for (const [name, given] of [
    ['--linked-to', values.one('linkedTo') !== undefined],
    ['--type', values.all('type').length > 0],
    ['--steps', values.one('steps') !== undefined],
    ['--directed', values.flag('directed')],
  ] as const)
    if (given) throw new UsageError(`--axial and ${name} exclude each other`, 'Give one of them.');
  const id = values.one('axial') ?? codebook.core;
  if (id !== undefined) return codeNamed(id, codebook);
  throw new UsageError(
    'the codebook has no core category',
    'Name a code with --axial CODE, or write "core: CODE" into the codebook.',
  );
}
