package outturn.store.identity;

/// A new token: the only time that its text is known.
public record IssuedToken(long id, String text) {
  /// Without the text.
  @Override
  public String toString() {
    return "token " + id;
  }
}
