/** The data folder is taken by something we can neither share with nor safely push aside. The message says what to do. */
export class DatabaseFolderInUse extends Error {
  override readonly name = 'DatabaseFolderInUse';
}
