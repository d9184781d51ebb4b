import { z } from 'zod';

/** Every refusal that crosses a boundary: its HTTP status and a sentence with the remedy. Screens switch on the code only. */
export const errors = {
  'invalid-body': { status: 400, say: 'The request has the wrong form: {field}. {problem}' },
  'too-large': { status: 413, say: 'The message is larger than 256 KiB, or a file to import larger than 16 MiB.' },
  'too-many-requests': { status: 429, say: 'Too many attempts. Wait {seconds} seconds and try again.' },
  'not-found': { status: 404, say: 'There is no such {what}.' },
  'not-signed-in': { status: 401, say: 'Sign in first.' },
  'not-permitted': { status: 403, say: 'Your role, {role}, does not allow this. Ask an owner of the console.' },
  'second-factor-needed': {
    status: 403,
    say: 'This console asks for a second factor. Add a passkey or an authenticator app to your account first.',
  },
  'step-up-needed': { status: 403, say: 'Confirm that it is you, then do it again.' },
  'proof-of-another': {
    status: 403,
    say: 'Somebody else signed in there. Confirm with the account that you use here.',
  },
  'wrong-code': { status: 401, say: 'That code is wrong or has been used. Wait for the next one and try again.' },
  'passkey-refused': { status: 401, say: 'This passkey could not be verified here: {problem}' },
  'sign-in-expired': { status: 410, say: 'This sign-in took too long. Start again.' },
  'single-sign-on-failed': { status: 502, say: 'The identity provider could not be used: {problem}' },
  'no-role': { status: 403, say: 'Your account there has no role here. Ask an owner of the console.' },
  'operator-disabled': { status: 403, say: 'You may not sign in here any more. Ask an owner of the console.' },
  'needs-other-tool': { status: 409, say: 'The data lies in PostgreSQL. Back it up with {tool}.' },
  'last-owner': { status: 409, say: 'The console needs an owner who can sign in. Make somebody else an owner first.' },
  'wrong-name-or-password': { status: 401, say: 'That name and password do not belong together.' },
  'wrong-password': { status: 401, say: 'That password is wrong.' },
  'link-used-or-expired': {
    status: 410,
    say: 'This sign-in link was used or has expired. Restart the console for a new one.',
  },
  'weak-password': { status: 400, say: 'Choose a password of at least 12 characters.' },
  'foreign-request': { status: 403, say: 'The request did not come from this page. Reload and try again.' },
  'code-unknown': { status: 403, say: 'This enrolment code does not exist. Check it with IT.' },
  'code-expired': { status: 403, say: 'This enrolment code has expired. Ask IT for a new one.' },
  'code-used': { status: 403, say: 'This enrolment code has been used up. Ask IT for a new one.' },
  'wrong-console': { status: 400, say: 'This enrolment was made for another console.' },
  'key-in-use': { status: 409, say: 'This device key is enrolled from another PC. The PC is quarantined; ask IT.' },
  'unknown-workstation': { status: 401, say: 'This workstation is not enrolled here. Enrol it again.' },
  'revoked-workstation': { status: 403, say: 'This workstation was revoked. Enrol it again with a new code.' },
  'bad-signature': { status: 401, say: 'The signature does not match the device key.' },
  'stale-nonce': { status: 401, say: 'The message answers an old challenge. Connect again.' },
  'repeated-seq': { status: 409, say: 'A report with this or a later number was already taken.' },
  'facts-unknown': { status: 409, say: 'The console does not hold the facts called unchanged. Send all of them.' },
  'not-your-program': { status: 403, say: 'This workstation does not work for that program.' },
  'ticket-used-or-expired': {
    status: 410,
    say: 'This link was used or has expired. Open the CRM again from Shiftgate.',
  },
  'cause-still-there': {
    status: 409,
    say: 'What opened this case is still there: {problem} It closes by itself when that is gone.',
  },
  'caller-unproved': {
    status: 403,
    say: 'Ask the person for the code that their Shiftgate window shows, or have a supervisor grant the excuse.',
  },
  'already-done': { status: 409, say: 'That is already so: {what}.' },
  'invalid-policy': { status: 422, say: 'The policy cannot be published. Mistakes in it: {count}.' },
  'second-person-needed': {
    status: 403,
    say: 'This version is weaker than the one in force: somebody else than its author has to approve it.',
  },
  starting: { status: 503, say: 'The console is starting and still reads its data. Try again in a moment.' },
  'store-unavailable': {
    status: 503,
    say: 'The console cannot write its data right now. Nothing was changed; try again.',
  },
  unexpected: { status: 500, say: 'Something went wrong on our side (incident {id}). Nothing was changed.' },
} as const;

export type ErrorCode = keyof typeof errors;
export const ErrorCode = z.enum(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]);

/** Body of every refused request. */
export const ErrorBody = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    /** For `invalid-policy`: the problems by line. */
    problems: z
      .array(z.object({ line: z.int(), column: z.int(), field: z.string(), message: z.string(), remedy: z.string() }))
      .optional(),
    /** For `invalid-body`: the field, and what is wrong with it. */
    field: z.string().optional(),
    problem: z.string().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
