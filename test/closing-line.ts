import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that any machine can read: `tests: N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      // A file that does not load, or a set-up that fails, takes its tests with it.
      const broken = [module, ...module.children.allSuites()].filter((one) => one.errors().length > 0);
      count.failed += broken.length;
    }
    console.log(`tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`);
  }
}
