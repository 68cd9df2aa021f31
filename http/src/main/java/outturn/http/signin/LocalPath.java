package outturn.http.signin;

import java.util.regex.Pattern;

/// Where somebody goes on after signing in: a path of this server, and nothing else, so that no
/// link to the sign-in page leads elsewhere.
public record LocalPath(String value) {
  // Not //host nor /\host, which browsers take for another host; no control characters, which some
  // drop.
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
  private static final int LONGEST = 2_000;

  public static final LocalPath HOME = new LocalPath("/");

  /// @throws IllegalArgumentException when it is no path of this server
  public LocalPath {
    if (value.length() > LONGEST || !LOCAL.matcher(value).matches()) {
      throw new IllegalArgumentException("not a path of this server: " + value);
    }
  }

  /// The path that was asked for; the home page instead of what is none, or leads back to here.
  public static LocalPath of(String wish) {
    boolean local = wish.length() <= LONGEST && LOCAL.matcher(wish).matches();
    boolean back = wish.startsWith("/login") || wish.startsWith("/logout");
    return local && !back ? new LocalPath(wish) : HOME;
  }
}
