import { beforeEach, expect } from 'vitest';

// A test that asserts nothing is worse than none.
beforeEach(() => expect.hasAssertions());
