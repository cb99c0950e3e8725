import { writeFileSync } from 'node:fs';

/** Writes Jest's own counts as `N passed, N failed`; a test file that could not run counts as a failure. */
export default class CountsReporter {
  constructor(_globalConfig, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    writeFileSync(this.file, `${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
