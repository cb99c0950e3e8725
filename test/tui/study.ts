import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../unit/store/temporary.js';

export { folderWith, removeFolders } from '../unit/store/temporary.js';

const CODEBOOK = `title: Small
codes:
  - id: money
    name: Money
    keywords: [fund*, 资金]
    codes:
      - id: grant
        name: Grants
        keywords: [grant]
  - id: trust
    name: Trust
    keywords: [trust, 信任]
`;

const TURNS = Array.from(
  { length: 40 },
  (_, i) => `Interviewer: Question number ${i}?\n\nRespondent: Answer number ${i}.\n`,
);

/** A study with an English and a Chinese source. */
export function smallStudy(): string {
  return folderWith({
    'qcode.yaml': 'title: Small study\n',
    'codebook.yaml': CODEBOOK,
    'transcripts/a.txt':
      'Interviewer: What about funding?\n\nRespondent: Funding is a grant of trust.\n\n' + TURNS.join('\n'),
    'transcripts/z.txt':
      '问：资金怎么样？\n\n答：资金靠信任。沒有信任，就沒有資金👩‍👩‍👧。\n\n问：还有呢？\n\n答：没有了。\n',
  });
}

/** The events of a coder's log, one object each. */
export function eventsIn(folder: string, source = 'transcripts/a.txt', coder = 'chan'): Record<string, unknown>[] {
  const text = readFileSync(join(folder, 'codings', coder, `${source}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Coders that have logs. */
export function codersIn(folder: string): string[] {
  return readdirSync(join(folder, 'codings')).filter((name) => !name.startsWith('.'));
}
