import { Worker } from 'node:worker_threads';
import type { PassOptions } from './coded.js';
import type { Chunk, ChunkResult } from './chunk.js';
import type { Study } from './study.js';
import type { Measures } from './visitors.js';

/** What a worker is given when it starts. */
export interface Work<M extends Measures> {
  readonly study: Study;
  readonly options: PassOptions;
  readonly measures: M;
}

/**
 * Shares chunks out among worker threads and takes their results in the order of the chunks.
 *
 * No thread runs further ahead of the results than two chunks for each thread, so that few are held at a time.
 */
export async function passOnWorkers<M extends Measures>(
  work: Work<M>,
  chunks: readonly Chunk[],
  jobs: number,
  take: (result: ChunkResult<M>) => Promise<void>,
  progress: (done: number) => void,
): Promise<void> {
  const workers = Array.from({ length: jobs }, () => new Worker(new URL('./worker.js', import.meta.url), { workerData: work }));
  const results = new Map<number, ChunkResult<M>>();
  let next = 0;
  let taken = 0;
  let wake: () => void = () => undefined;
  const serve = async (worker: Worker): Promise<void> => {
    while (next < chunks.length) {
      if (next - taken >= jobs * 2) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        continue;
      }
      const index = next++;
      results.set(index, await ask<M>(worker, chunks[index] as Chunk));
      wake();
    }
  };
  const waiting: (() => void)[] = [];
  const drain = async (): Promise<void> => {
    while (taken < chunks.length) {
      const result = results.get(taken);
      if (!result) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      results.delete(taken);
      await take(result);
      progress((chunks[taken] as Chunk).to);
      taken++;
      for (const resolve of waiting.splice(0)) resolve();
    }
  };
  try {
    await Promise.all([drain(), ...workers.map(serve)]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A worker does one chunk at a time, so its next message is the answer. */
function ask<M extends Measures>(worker: Worker, chunk: Chunk): Promise<ChunkResult<M>> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: ChunkResult<M>) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(chunk);
  });
}
