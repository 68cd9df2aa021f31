package outturn.store.identity;

/// What is kept of a password.
///
/// @param hash in the PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
/// @param mustChange that somebody else gave it, and it is good for one thing: to set another
public record StoredPassword(String hash, boolean mustChange) {
  /// One that its owner has chosen.
  public static StoredPassword chosen(String hash) {
    return new StoredPassword(hash, false);
  }

  /// One that somebody else has given.
  public static StoredPassword given(String hash) {
    return new StoredPassword(hash, true);
  }

  /// Without the hash.
  @Override
  public String toString() {
    return mustChange ? "a given password" : "a chosen password";
  }
}
