package outturn.http.signin.oidc;

/// Why a sign-in by the provider came to nothing, in words for who tries it.
final class NotSignedIn extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  private NotSignedIn(int status, String words, Throwable cause) {
    super(words, cause);
    this.status = status;
  }

  private NotSignedIn(int status, String words) {
    super(words);
    this.status = status;
  }

  /// The one who tries may not, or the provider says so.
  static NotSignedIn refused(String words) {
    return new NotSignedIn(401, words);
  }

  static NotSignedIn refused(String words, Throwable cause) {
    return new NotSignedIn(401, words, cause);
  }

  /// The provider cannot be asked, or does not answer as it should.
  static NotSignedIn away(String words, Throwable cause) {
    return new NotSignedIn(502, words, cause);
  }

  static NotSignedIn busy() {
    return new NotSignedIn(
        503, "Too many sign in by the provider at once. Try again in a few seconds.");
  }

  int status() {
    return status;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
