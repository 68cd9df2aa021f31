package outturn.http.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import outturn.http.page.SignInPage;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.Logins;
import outturn.store.identity.User;
import outturn.store.identity.Users;

/// Signing in with a browser.
public final class LoginRoutes {
  // As long as store keeps a code and a session.
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final Duration SESSION_LIFE = Duration.ofDays(7);

  private final Logins logins;
  private final Users users;
  private final InstantSource clock;

  public LoginRoutes(Logins logins, Users users, InstantSource clock) {
    this.logins = logins;
    this.users = users;
    this.clock = clock;
  }

  private record Link(String url, Instant expires) {}

  /// A link that signs the caller in once. A session may do all that its user may, so a token that
  /// may do less gets none.
  public Answer make(Call call) {
    call.allow();
    var role = call.principal().role();
    if (users.find(call.user()).map(User::role).filter(role::equals).isEmpty()) {
      return Problem.of(
              Code.FORBIDDEN,
              "this token may do less than %s: a link needs a token with the user's own role"
                  .formatted(call.user()))
          .answer();
    }
    var code = logins.code(call.user()).orElseThrow();
    var url = "/login?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    return Answer.json(201, new Link(url, clock.instant().plus(CODE_LIFE)), Map.of());
  }

  /// Takes the code of a link, and opens a session.
  public Answer redeem(Call call) {
    return call.query("code")
        .flatMap(logins::redeem)
        .map(cookie ->
            Answer.redirect(
                "/",
                Map.of(
                    "Set-Cookie",
                    "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
                        .formatted(Gate.COOKIE, cookie, SESSION_LIFE.toSeconds()))))
        .orElseGet(SignInPage::expired);
  }
}
