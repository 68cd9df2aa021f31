package outturn.http.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.Logins;
import outturn.store.identity.Users;

/// One-time links that sign a browser in.
public final class LinkRoutes {
  // As long as store keeps a code.
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final Logins logins;
  private final Users users;
  private final InstantSource clock;

  public LinkRoutes(Logins logins, Users users, InstantSource clock) {
    this.logins = logins;
    this.users = users;
    this.clock = clock;
  }

  private record Link(String url, Instant expires) {}

  /// A link that signs the caller in once. A session may do all that its user may, so a token that
  /// may do less gets none.
  public Answer make(Call call) {
    call.allow();
    if (users.principal(call.user()).filter(call.principal()::equals).isEmpty()) {
      return Problem.of(
              Code.FORBIDDEN,
              "this token may do less than %s: a link needs a token that may do as much"
                  .formatted(call.user()))
          .answer();
    }
    var code = logins.code(call.user()).orElseThrow();
    var url = "/login?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    return Answer.json(201, new Link(url, clock.instant().plus(CODE_LIFE)), Map.of());
  }
}
