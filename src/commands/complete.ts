import { type Candidate, candidatesFor } from '../cli/candidates.js';
import type { Command, Completion, Invocation } from '../cli/command.js';
import { type Findings } from '../cli/findings.js';
import { passFor } from '../cli/passing.js';
import { byCodePoint } from '../core/order.js';
import { NO_FILTERS } from '../store/filters.js';
import { tallyPass } from '../store/pass.js';
import { type Study, loadStudy } from '../store/study.js';
import { registry } from './registry.js';

/** Headers of more sources than this are not read just to complete a name. */
const MOST_READ = 300;

export const complete: Command = {
  name: '__complete',
  summary: 'what completion scripts ask',
  description: 'Candidates for the last word, one a line, with a tab and a description.',
  arguments: [{ name: 'words', description: 'the words after qcode', variadic: true }],
  options: [],
  examples: [],
  run,
};

async function run(invocation: Invocation): Promise<0> {
  const { arguments: words, shell } = invocation;
  const found = await candidatesFor(registry, words, (of) => namesOf(invocation, of, studyIn(words)));
  for (const { text, description } of found)
    shell.out.write(`${text}${description === '' ? '' : `\t${description}`}\n`);
  return 0;
}

/** The study and codebook that the line itself names. */
function studyIn(words: readonly string[]): { study?: string; codebook?: string } {
  const value = (flag: string): string | undefined =>
    words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
  const [study, codebook] = [value('--study'), value('--codebook')];
  return { ...(study && { study }), ...(codebook && { codebook }) };
}

/** A study with mistakes still completes what it can; without a study there are no names. */
async function namesOf(
  invocation: Invocation,
  of: Completion,
  named: { study?: string; codebook?: string },
): Promise<Candidate[]> {
  const { value: study } = await loadStudy({ cwd: invocation.shell.folder, paths: [], needsCodebook: false, ...named });
  if (!study) return [];
  const plain = (texts: Iterable<string>): Candidate[] =>
    [...new Set(texts)].sort(byCodePoint).map((text) => ({ text, description: '' }));
  switch (of) {
    case 'code':
      return (study.codebook?.codes ?? []).map(({ id, name }) => ({ text: id, description: name === id ? '' : name }));
    case 'source':
      return plain(study.sources.map(({ id }) => id));
    case 'coder':
      return plain(study.logs.map(({ coder }) => coder));
    case 'case':
      return plain(await casesOf(invocation, study));
    case 'attribute':
      return plain(['case', 'source', 'speaker', 'role', study.settings.caseAttribute, ...study.cases.attributes]);
    default:
      return [];
  }
}

async function casesOf(invocation: Invocation, study: Study): Promise<string[]> {
  const rows = study.cases.key === 'case' ? [...study.cases.rows.keys()] : [];
  if (study.sources.length > MOST_READ) return rows;
  const silent: Findings = { tell: () => undefined, exitCode: () => 0 };
  const pass = passFor(invocation, { ...study, codebook: null }, silent, {
    set: { kind: 'rules' },
    filters: NO_FILTERS,
  });
  const { value } = await tallyPass(pass, { glance: {} });
  return [...rows, ...value.glance.map((glance) => glance.case)];
}
