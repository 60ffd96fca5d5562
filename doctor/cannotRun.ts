/** Why nothing could be checked, in words for the person who asked. */
export class CannotRun extends Error {}
