package outturn.store.folder;

/// A reason why the server cannot start that its operator can remove; the message says where, what
/// and how.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
