package outturn.http.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import outturn.store.identity.Role;

/// A method and a path, who may call it, and what answers.
///
/// @param path with parameters in braces: `/api/v1/runs/{id}`
/// @param largest how many bytes the body may have
public record Route(
    String method, String path, Access access, Lane lane, int largest, Handler handler) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final int SMALL = 1 << 20;
  private static final int FORM = 1 << 16;
  private static final int FILES = 64 << 20;
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  /// A kind of calls with a limit of its own, so that open screens do not keep programs out.
  public enum Lane {
    /// Programs.
    API,
    /// Browsers.
    SCREENS,
    /// Who looks whether the server is well; it is answered when all others are turned away.
    PROBES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Route get(String path, Role role, Handler handler) {
    return new Route("GET", path, new Access.Needs(role), Lane.API, SMALL, handler);
  }

  public static Route post(String path, Role role, Handler handler) {
    return new Route("POST", path, new Access.Needs(role), Lane.API, SMALL, handler);
  }

  public static Route put(String path, Role role, Handler handler) {
    return new Route("PUT", path, new Access.Needs(role), Lane.API, SMALL, handler);
  }

  public static Route delete(String path, Role role, Handler handler) {
    return new Route("DELETE", path, new Access.Needs(role), Lane.API, SMALL, handler);
  }

  /// Without signing in.
  public static Route open(String path, Handler handler) {
    return new Route("GET", path, new Access.Open(), Lane.SCREENS, SMALL, handler);
  }

  /// The same route, for people's screens.
  public Route onScreen() {
    return new Route(method, path, access, Lane.SCREENS, largest, handler);
  }

  /// The same route, for others to call.
  public Route openTo(Access others) {
    return new Route(method, path, others, lane, largest, handler);
  }

  /// The same route, for those who watch over the server.
  public Route forProbes() {
    return new Route(method, path, access, Lane.PROBES, largest, handler);
  }

  /// The same route, for bodies with a project's files.
  public Route withFiles() {
    return new Route(method, path, access, lane, FILES, handler);
  }

  /// The same route, for the form of a page.
  public Route withForm() {
    return new Route(method, path, access, lane, FORM, handler);
  }

  /// The same route, for those who have its role for the object that the path names.
  public Route of(Function<Call, Optional<Place>> finder) {
    return at(new Where.Named(finder));
  }

  /// The same route, for those who have its role for what the body names.
  public Route ofBody() {
    return at(new Where.AsTheBodySays());
  }

  private Route at(Where where) {
    return switch (access) {
      case Access.Needs(var role, _) -> openTo(new Access.Needs(role, where));
      case Access.Proves(var role, _) -> openTo(new Access.Proves(role, where));
      case Access.Open _, Access.Self _ ->
          throw new IllegalStateException(this + " is open: it has no role to hold anywhere");
    };
  }

  /// Whether it only reads.
  public boolean safe() {
    return SAFE.contains(method);
  }

  /// Whether a request's path is one of this route.
  public boolean covers(String requested) {
    var literal = new StringBuilder();
    int end = 0;
    var parameters = PARAMETER.matcher(path);
    while (parameters.find()) {
      literal.append(Pattern.quote(path.substring(end, parameters.start()))).append("[^/]+");
      end = parameters.end();
    }
    literal.append(Pattern.quote(path.substring(end)));
    return requested.matches(literal.toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
