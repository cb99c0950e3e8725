import { afterAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { folderWith, removeFolders, start } from './run.js';

afterAll(removeFolders);

describe('Ctrl-C', () => {
  const files = {
    'cb.yaml': `codes:\n  - id: a\n    keywords: [/(a+)+$/]\n`,
    't/x.txt': `A: ${`${'a'.repeat(5000)}!\n`.repeat(20)}`,
  };

  it.each([[['frequency']], [['code']], [['code', '-o', 'out.csv']]])(
    'ends %j at once, even in the middle of an expression that runs away',
    async (words) => {
      const folder = folderWith(files);
      const child = start(folder, [...words, '--codebook', 'cb.yaml', 't']);
      let said = '';
      child.stdout?.on('data', (bytes: Buffer) => (said += bytes.toString()));
      await pause(500);
      const asked = performance.now();
      child.kill('SIGINT');
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
      // A shell shows a death by the signal as 130, too.
      expect(signal ?? code).toBe(signal === null ? 130 : 'SIGINT');
      expect(performance.now() - asked).toBeLessThan(400);
      expect(said).toBe('');
      expect(readdirSync(folder).sort()).toEqual(['cb.yaml', 't']);
    },
  );
});
