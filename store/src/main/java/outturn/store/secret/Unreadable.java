package outturn.store.secret;

/// A secret that is stored but cannot be decrypted here; the message says why and what to do.
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }

  Unreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
