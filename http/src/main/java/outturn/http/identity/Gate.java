package outturn.http.identity;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.store.identity.Logins;
import outturn.store.identity.Principal;
import outturn.store.identity.Role;
import outturn.store.identity.Tokens;

/// Lets in who is signed in and has the role that a route needs.
public final class Gate {
  public static final String COOKIE = "outturn_session";
  private static final String BEARER = "bearer ";
  private static final Principal NOBODY = new Principal("", Role.VIEWER);

  private final TokenCache tokens;
  private final Logins logins;

  public Gate(Tokens tokens, Logins logins, InstantSource clock) {
    this.tokens = new TokenCache(tokens::find, tokens::revocations, clock);
    this.logins = logins;
  }

  /// Whether a browser asks: it has a session's cookie, and no token.
  public static boolean isBrowser(Function<String, Optional<String>> headers) {
    return proof(headers).filter(proof -> proof instanceof Proof.Cookie).isPresent();
  }

  /// How somebody shows who he is.
  private sealed interface Proof {
    record Token(String text) implements Proof {}

    record Cookie(String value) implements Proof {}
  }

  /// Who asks.
  ///
  /// @param headers finds a header by name
  /// @throws outturn.http.problem.Refused when he may not
  public Principal let(Route route, Function<String, Optional<String>> headers) {
    return switch (route.access()) {
      case Access.Open _ -> NOBODY;
      case Access.Proves(var role) ->
          headers.apply("Authorization").isPresent() ? known(route, role, headers) : NOBODY;
      case Access.Needs(var role) -> known(route, role, headers);
    };
  }

  private Principal known(Route route, Role role, Function<String, Optional<String>> headers) {
    var proof = proof(headers);
    var principal = proof.flatMap(this::verify).orElseThrow(() -> unknown(proof).refused());
    if (!principal.role().allows(role)) {
      throw Problem.of(
              Code.FORBIDDEN,
              "%s has the role %s here, and this needs %s"
                  .formatted(principal.user(), principal.role().word(), role.word()))
          .refused();
    }
    boolean cookie = proof.get() instanceof Proof.Cookie;
    if (cookie && !route.safe() && !headers.apply("X-Outturn").equals(Optional.of("1"))) {
      throw Problem.of(
              Code.FORBIDDEN,
              "a change that is asked for with a session cookie needs the header X-Outturn: 1, so that no other site can ask for it")
          .refused();
    }
    return principal;
  }

  private Optional<Principal> verify(Proof proof) {
    return switch (proof) {
      case Proof.Token(var text) -> tokens.verify(text);
      case Proof.Cookie(var value) -> logins.verify(value);
    };
  }

  private static Optional<Proof> proof(Function<String, Optional<String>> headers) {
    var authorization = headers.apply("Authorization");
    if (authorization.isPresent()) {
      return authorization
          .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
          .map(value -> new Proof.Token(value.substring(BEARER.length()).strip()));
    }
    return headers.apply("Cookie").flatMap(Gate::session).map(Proof.Cookie::new);
  }

  /// The session's part of a `Cookie` header.
  static Optional<String> session(String header) {
    return Arrays.stream(header.split(";"))
        .map(String::strip)
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static Problem unknown(Optional<Proof> proof) {
    var detail =
        proof.isEmpty()
            ? "send a token with Authorization: Bearer TOKEN; a browser gets in by the link that `outturn login` prints"
            : switch (proof.get()) {
              case Proof.Token _ -> "the token is not known, has expired or was revoked";
              case Proof.Cookie _ -> "the session has ended; get a new link with `outturn login`";
            };
    return Problem.of(Code.UNAUTHENTICATED, detail)
        .withHeader("WWW-Authenticate", "Bearer realm=\"outturn\"");
  }
}
