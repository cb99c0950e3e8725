import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript } from '../../../src/store/read-transcript.js';
import { digestOf } from '../../../src/text/digest.js';
import { type Study, loadStudy } from '../../../src/store/study.js';
import { speechIn } from '../../../src/text/furniture.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { units } from '../../../src/text/unit.js';
import { decode } from '../../../src/text/utf8.js';
import { folderWith, removeFolders } from './temporary.js';

afterAll(removeFolders);

const TEXT = '访谈者：资金呢？\n梁生：资金不够，\n我们（笑）自主决定。\n访谈者：谁帮过你们？\n梁生：街道。\n';

async function studyWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<Study> {
  const folder = folderWith({ 'qcode.yaml': 'title: x\n', ...files });
  const { value } = await loadStudy({ cwd: folder, paths: [], needsCodebook: false });
  return value!;
}

describe('one source', () => {
  it('is read as its file has it, less its header', async () => {
    const study = await studyWith({ 'transcripts/a.txt': `---\ncase: A1\n---\n${TEXT}` });
    const { value, diagnostics } = await readTranscript(study, study.sources[0]!);
    expect(diagnostics).toEqual([]);
    expect(decode(value!.text)).toBe(TEXT);
    expect(value!.header).toEqual({ case: 'A1' });
    expect(value!.turns).toHaveLength(4);
    expect(digestOf(value!.text)).toBe(createHash('sha256').update(TEXT).digest('hex'));
  });

  it('keeps its text, whatever is done with it', async () => {
    const study = await studyWith({ 'transcripts/a.txt': TEXT });
    const { value } = await readTranscript(study, study.sources[0]!);
    for (const kind of ['sentence', 'paragraph', 'turn', 'line', 'source'] as const) units(value!, kind);
    expect(decode(value!.text)).toBe(TEXT);
    expect(value!.text).not.toBeInstanceOf(Buffer);
  });

  it('keeps its text also where that is a Buffer, whose slices are no copies', () => {
    const bytes = Buffer.from(
      '1\n00:00:01,000 --> 00:00:02,000\n梁生：资金\n\n2\n00:00:02,000 --> 00:00:03,000\n不够。\n',
    );
    const before = bytes.toString();
    const { value } = parseTranscript('a.srt', bytes, { file: 'a.srt' });
    const { text } = speechIn(value!, { start: 0, end: bytes.length });
    expect(decode(text)).not.toContain('-->');
    expect(bytes.toString()).toBe(before);
  });

  it('is named where it cannot be read', async () => {
    const study = await studyWith({ 'transcripts/a.txt': TEXT });
    const gone = { ...study.sources[0]!, path: join(study.folder, 'gone.txt') };
    expect((await readTranscript(study, gone)).diagnostics[0]).toMatchObject({ code: 'QC402', severity: 'error' });
    expect(readFileSync(study.sources[0]!.path, 'utf8')).toBe(TEXT);
  });
});
