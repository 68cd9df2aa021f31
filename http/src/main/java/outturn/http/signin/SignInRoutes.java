package outturn.http.signin;

import java.util.Map;
import java.util.Optional;
import outturn.http.identity.Gate;
import outturn.http.identity.SameOrigin;
import outturn.http.identity.SessionCookie;
import outturn.http.page.SignInPage;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.route.Form;
import outturn.store.identity.Logins;
import outturn.store.identity.StoredPassword;
import outturn.store.identity.Visit;

/// The pages for signing in and out.
public final class SignInRoutes {
  private static final String WRONG =
      "This name and this password do not belong together. Try again, or ask an administrator for a new password.";

  private final Logins logins;
  private final PasswordCheck check;
  private final SessionCookie cookie;
  private final SignInPage page;

  public SignInRoutes(Logins logins, PasswordCheck check, SessionCookie cookie, SignInPage page) {
    this.logins = logins;
    this.check = check;
    this.cookie = cookie;
    this.page = page;
  }

  /// Asks for name and password; with the code of a one-time link it signs in at once.
  public Answer ask(Call call) {
    call.allow("code", "next");
    var code = call.query("code");
    if (code.isEmpty()) return page.ask(200, next(call.query("next")).value());
    return logins
        .redeem(code.get(), Visit.byLink(call.caller().address(), agent(call)))
        .map(session -> in(call, session, LocalPath.HOME))
        .orElseGet(page::expired);
  }

  /// Takes name and password.
  public Answer enter(Call call) throws InterruptedException {
    call.allow();
    if (SameOrigin.of(call::header) != SameOrigin.YES) return Gate.foreign().answer();
    var form = Form.of(call);
    var user = form.getOrDefault("name", "").strip();
    var next = next(Optional.ofNullable(form.get("next")));
    var address = call.caller().address();
    return switch (check.check(user, form.getOrDefault("password", ""), address)) {
      case PasswordCheck.Result.Wrong() -> page.again(401, WRONG, next.value());
      case PasswordCheck.Result.Wait(var time) -> {
        long seconds = time.toSeconds() + 1;
        var fault = "Too many tries were wrong. Try again in %d seconds.".formatted(seconds);
        yield page.again(429, fault, next.value()).with("Retry-After", String.valueOf(seconds));
      }
      case PasswordCheck.Result.Right(var password) -> open(call, user, password, next);
    };
  }

  private Answer open(Call call, String user, StoredPassword password, LocalPath next) {
    var visit = new Visit("password", call.caller().address(), agent(call));
    var session = logins.sessions().open(user, visit, Optional.of(password));
    if (session.isEmpty()) return page.again(401, WRONG, next.value());
    return in(call, session.get(), password.mustChange() ? PasswordRoutes.page(next) : next);
  }

  /// The session that the browser had before is not the one that it has now, so that nobody who
  /// planted it can use it.
  private Answer in(Call call, String session, LocalPath next) {
    cookie.find(call::header).ifPresent(logins.sessions()::signOut);
    return Answer.redirect(next.value(), Map.of("Set-Cookie", cookie.set(session)));
  }

  /// Ends the session, and shows that it has ended.
  public Answer leave(Call call) {
    call.allow();
    cookie.find(call::header).ifPresent(logins.sessions()::signOut);
    return Answer.redirect("/login", Map.of("Set-Cookie", cookie.clear()));
  }

  static String agent(Call call) {
    return call.header("User-Agent").orElse("");
  }

  private static LocalPath next(Optional<String> wish) {
    return wish.map(LocalPath::of).orElse(LocalPath.HOME);
  }
}
