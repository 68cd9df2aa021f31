package outturn.http.identity;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Access;
import outturn.http.route.Access.Asked;
import outturn.http.route.Call;
import outturn.http.route.Caller;
import outturn.http.route.Lacking;
import outturn.http.route.Route;
import outturn.http.route.Where;
import outturn.store.identity.Principal;
import outturn.store.identity.Role;
import outturn.store.identity.Sessions;
import outturn.store.identity.Tokens;

/// Lets in who is signed in and has the role that a route needs.
public final class Gate {
  private static final String BEARER = "bearer ";

  private final TokenCache tokens;
  private final Sessions sessions;
  private final SessionCookie cookie;

  public Gate(Tokens tokens, Sessions sessions, SessionCookie cookie, InstantSource clock) {
    this.tokens = new TokenCache(tokens::find, tokens::revocations, clock);
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /// Whether a browser asks: it has a session's cookie, and no token.
  public boolean isBrowser(Function<String, Optional<String>> headers) {
    return proof(headers).filter(proof -> proof instanceof Proof.Cookie).isPresent();
  }

  /// How somebody shows who he is.
  private sealed interface Proof {
    record Token(String text) implements Proof {}

    record Cookie(String value) implements Proof {}
  }

  /// Somebody who has shown it.
  private record Known(Principal principal, long session, boolean mustChange) {
    Caller caller(String address) {
      return new Caller(principal, session, mustChange, address);
    }
  }

  /// Who asks.
  ///
  /// @param headers finds a header by name
  /// @param address where the request came from
  /// @throws outturn.http.problem.Refused when he may not
  public Caller let(Route route, Function<String, Optional<String>> headers, String address) {
    return switch (route.access()) {
      case Access.Open _ -> Caller.stranger(address);
      case Access.Proves(var role, var where) ->
          headers.apply("Authorization").isPresent()
              ? entitled(route, new Access.Needs(role, where), headers, address)
              : Caller.stranger(address);
      case Access.Needs needs -> entitled(route, needs, headers, address);
      case Access.Self(var asked) -> {
        var known = known(headers);
        refuseForeign(route, asked, known, headers);
        yield known.caller(address);
      }
    };
  }

  private Caller entitled(
      Route route, Access.Needs needs, Function<String, Optional<String>> headers, String address) {
    var known = known(headers);
    if (known.mustChange()) {
      throw Problem.of(
              Code.PASSWORD_CHANGE_NEEDED,
              "the password of %s was given by somebody else: set your own first, at /password or with PUT /api/v1/me/password"
                  .formatted(known.principal().user()))
          .refused();
    }
    if (!atMost(known.principal(), needs.where()).allows(needs.role())) {
      throw Lacking.everywhere(needs.role(), known.principal()).refused();
    }
    refuseForeign(route, Asked.BY_SCRIPT, known, headers);
    return known.caller(address);
  }

  /// The greatest role that the caller can turn out to have, when it is known what he asks for.
  private static Role atMost(Principal principal, Where where) {
    return switch (where) {
      case Where.Everywhere _ -> principal.everywhere();
      case Where.Named _, Where.AsTheBodySays _ -> principal.anywhere();
    };
  }

  /// Refuses who has a role elsewhere, and not for what the path names.
  public static void admit(Route route, Call call) {
    switch (route.access()) {
      case Access.Needs(var role, Where.Named(var finder)) -> call.need(role, finder.apply(call));
      case Access.Proves(var role, Where.Named(var finder)) when !call.user().isEmpty() ->
          call.need(role, finder.apply(call));
      case Access.Needs _, Access.Proves _, Access.Open _, Access.Self _ -> {}
    }
  }

  private Known known(Function<String, Optional<String>> headers) {
    var proof = proof(headers);
    return proof.flatMap(this::verify).orElseThrow(() -> unknown(proof).refused());
  }

  /// Nobody else's page makes a browser change something here with the session that it has.
  private static void refuseForeign(
      Route route, Asked asked, Known known, Function<String, Optional<String>> headers) {
    if (known.session() == 0 || route.safe()) return;
    var origin = SameOrigin.of(headers);
    if (origin == SameOrigin.NO || (asked == Asked.BY_FORM && origin == SameOrigin.UNSAID)) {
      throw foreign().refused();
    }
    if (asked == Asked.BY_SCRIPT && !headers.apply("X-Outturn").equals(Optional.of("1"))) {
      throw Problem.of(
              Code.FORBIDDEN,
              "a change that is asked for with a session cookie needs the header X-Outturn: 1, so that no other site can ask for it")
          .refused();
    }
  }

  /// What is said of a request that another site's page may have made.
  public static Problem foreign() {
    return Problem.of(
        Code.FORBIDDEN,
        "this is for pages of this server: the headers Sec-Fetch-Site and Origin do not say that one of them asks");
  }

  private Optional<Known> verify(Proof proof) {
    return switch (proof) {
      case Proof.Token(var text) ->
          tokens.verify(text).map(principal -> new Known(principal, 0, false));
      case Proof.Cookie(var value) ->
          sessions
              .verify(value)
              .map(session -> new Known(session.principal(), session.id(), session.mustChange()));
    };
  }

  private Optional<Proof> proof(Function<String, Optional<String>> headers) {
    var authorization = headers.apply("Authorization");
    if (authorization.isPresent()) {
      return authorization
          .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
          .map(value -> new Proof.Token(value.substring(BEARER.length()).strip()));
    }
    return cookie.find(headers).map(Proof.Cookie::new);
  }

  private static Problem unknown(Optional<Proof> proof) {
    var detail =
        proof.isEmpty()
            ? "send a token with Authorization: Bearer TOKEN; a browser signs in at /login"
            : switch (proof.get()) {
              case Proof.Token _ -> "the token is not known, has expired or was revoked";
              case Proof.Cookie _ -> "the session has ended; sign in again at /login";
            };
    return Problem.of(Code.UNAUTHENTICATED, detail)
        .withHeader("WWW-Authenticate", "Bearer realm=\"outturn\"");
  }
}
