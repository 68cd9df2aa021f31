package outturn.http.signin;

import java.time.Instant;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.BrowserSession;
import outturn.store.identity.Role;
import outturn.store.identity.Sessions;
import outturn.store.identity.Visit;

/// The sessions of browsers: everybody sees and ends his own, administrators all.
public final class SessionRoutes {
  private final Sessions sessions;

  public SessionRoutes(Sessions sessions) {
    this.sessions = sessions;
  }

  /// @param current whether the request was made in it
  private record Listed(
      String id,
      String user,
      Instant created,
      Instant lastUsed,
      Instant expires,
      Visit from,
      boolean current) {}

  private record Ended(int ended) {}

  public Answer list(Call call) {
    call.allow("user", "limit", "after");
    var user = call.query("user").orElse(call.user());
    if (!user.equals(call.user())) needAdmin(call);
    var found = user.equals("*") ? sessions.all() : sessions.of(user);
    var page = Page.of(found, session -> "%019d".formatted(session.id()), call);
    return Answer.json(page.map(session -> listed(session, call)));
  }

  private static Listed listed(BrowserSession session, Call call) {
    return new Listed(
        String.valueOf(session.id()),
        session.user(),
        session.created(),
        session.lastUsed(),
        session.expires(),
        session.visit(),
        session.id() == call.caller().session());
  }

  /// Ends one of the caller's own, or for an administrator any.
  public Answer end(Call call) {
    call.allow();
    var id = call.path("id");
    long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    boolean admin = call.principal().everywhere().allows(Role.ADMIN);
    boolean ended =
        admin ? sessions.end(number, call.user()) : sessions.end(number, call.user(), call.user());
    if (ended) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND,
            "no session '%s' of %s; GET /api/v1/sessions lists them"
                .formatted(id, admin ? "anybody" : call.user()))
        .answer();
  }

  /// Ends all of the caller, or for an administrator those of somebody.
  public Answer endAll(Call call) {
    call.allow("user");
    var user = call.query("user").orElse(call.user());
    if (!user.equals(call.user())) needAdmin(call);
    return Answer.json(new Ended(sessions.endAll(user, call.user())));
  }

  private static void needAdmin(Call call) {
    if (!call.principal().everywhere().allows(Role.ADMIN)) throw refused(call);
  }

  private static Refused refused(Call call) {
    return Problem.of(
            Code.FORBIDDEN,
            "%s has the role %s, and the sessions of others need admin"
                .formatted(call.user(), call.principal().everywhere().word()))
        .refused();
  }
}
