/** A command that cannot be understood, with what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `npm run knowledge -- <command>
  import FILE [--format csv|jsonl] [--dry-run]   solved tickets and articles of a file
  import --helpdesk [--all] [--dry-run]          what is new at the helpdesk, or with --all everything
  status                                         what there is, and the last imports
  rebuild                                        makes the index anew from the database
  forget --ticket ID | --person ID | --email ADDRESS
All take --tenant ID where there are several.`;
