/** A wrong argument or an unreadable file: ends the command with exit code 2 and this one line. */
export class EvalFailure extends Error {
  override readonly name = 'EvalFailure';
}
