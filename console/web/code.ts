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

const reloadedAt = 'shiftgate-reloaded-at';
/** Milliseconds within which the page does not reload by itself twice, whatever it finds. */
const calm = 60_000;

/** Fetches the whole page anew at the address that the person wanted, once. */
export function reloadOnce(): void {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < calm) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  location.reload();
}
