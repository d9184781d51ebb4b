/**
 * Version of the messages between agent and console. It rises by one with each change, and the list says what changed.
 * Messages only grow: unknown keys are dropped, required ones are never added to a message that was released.
 *
 * 1 (2026-11): enrolment, link, reports with unchanged facts left out, tickets.
 */
export const protocolVersion = 1;

/** Largest message of either side, in bytes. */
export const maxMessageBytes = 256 * 1024;
