package outturn.store.backup;

/// A file that cannot be restored; the message goes on after its name.
public final class NotABackup extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotABackup(String message) {
    super(message);
  }
}
