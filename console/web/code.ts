/** A part of the page that could not be fetched: the console is away, or was updated and no longer has it. */
export class CodeMissing extends Error {
  override name = 'CodeMissing';
}

/** Fetches a part of the page when it is first needed. */
export function fetchCode<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return () =>
    load().catch((cause: unknown) => {
      // In words of its own: the router would reload the page at once, even while no console is there to answer.
      throw new CodeMissing('This part of the page could not be fetched.', { cause });
    });
}

/** Milliseconds between attempts: the first pause, and the longest. */
const pauses = { first: 1_000, longest: 15_000 };

/**
 * The same for what stands around every screen: it is tried again until it comes, since what is missing there must not
 * take away the screen on which somebody works.
 */
export function fetchPatiently<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    for (let pause = pauses.first; ; pause = Math.min(pause * 2, pauses.longest)) {
      const fetched = await load().catch(() => undefined);
      if (fetched !== undefined) return fetched;
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  };
}

const reloadedAt = 'shiftgate-reloaded-at';
/** Milliseconds within which the page does not reload by itself twice, whatever it finds. */
const calm = 60_000;

/** Fetches the whole page anew at the address that the person wanted, once. */
export function reloadOnce(): void {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < calm) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  location.reload();
}
