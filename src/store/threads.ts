import { Worker } from 'node:worker_threads';
import type { PassOptions } from './coded.js';
import type { Chunk, ChunkResult } from './chunk.js';
import type { Study } from './study.js';
import type { Measures, Tallies } from './visitors.js';

/** What a worker is given when it starts. */
export interface Work<M extends Measures> {
  readonly study: Study;
  readonly options: PassOptions;
  readonly measures: M;
}

/** What a worker says: parts of a chunk's tallies that are full, each taken before it goes on, and then the rest. */
export type Answer<M extends Measures> =
  | { readonly kind: 'part'; readonly tallies: Tallies<M> }
  | { readonly kind: 'result'; readonly result: ChunkResult<M> };

/** Who is handed the results, in the order of the chunks. */
export interface Taker<M extends Measures> {
  handOn(tallies: Tallies<M>): Promise<void>;
  take(result: ChunkResult<M>): Promise<void>;
}

/** An answer on its way, and what lets its worker go on. */
interface Delivery<M extends Measures> {
  readonly answer: Answer<M>;
  readonly release: () => void;
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
  taker: Taker<M>,
  progress: (done: number) => void,
): Promise<void> {
  const workers = Array.from(
    { length: jobs },
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: work }),
  );
  // At most one delivery of each worker waits at a time.
  const arrived = new Map<number, Delivery<M>>();
  let next = 0;
  let taken = 0;
  let wake: () => void = () => undefined;
  const waiting: (() => void)[] = [];
  const serve = async (worker: Worker): Promise<void> => {
    while (next < chunks.length) {
      if (next - taken >= jobs * 2) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        continue;
      }
      const index = next++;
      await ask<M>(worker, chunks[index] as Chunk, (answer, release) => {
        arrived.set(index, { answer, release });
        wake();
      });
    }
  };
  const drain = async (): Promise<void> => {
    while (taken < chunks.length) {
      const delivery = arrived.get(taken);
      if (!delivery) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      arrived.delete(taken);
      const { answer, release } = delivery;
      if (answer.kind === 'part') {
        await taker.handOn(answer.tallies);
        release();
        continue;
      }
      await taker.take(answer.result);
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

/** Sets a worker to a chunk and passes on what it answers; it is done with the chunk once it has sent the result. */
function ask<M extends Measures>(
  worker: Worker,
  chunk: Chunk,
  deliver: (answer: Answer<M>, release: () => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer<M>): void => {
      deliver(answer, () => worker.postMessage('go on'));
      if (answer.kind === 'part') return;
      worker.off('error', reject).off('message', hear);
      resolve();
    };
    worker.once('error', reject);
    worker.on('message', hear);
    worker.postMessage(chunk);
  });
}
