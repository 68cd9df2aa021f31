package outturn.http.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.http.identity.SessionCookie;
import outturn.http.page.PasswordPage;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.route.Form;
import outturn.store.identity.Passwords;
import outturn.store.identity.Sessions;
import outturn.store.identity.StoredPassword;
import outturn.store.identity.User;
import outturn.store.identity.Users;
import outturn.store.identity.Visit;

/// Setting passwords: everybody his own, administrators those of others.
public final class PasswordRoutes {
  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final PasswordCheck check;
  private final SessionCookie cookie;

  public PasswordRoutes(
      Users users,
      Passwords passwords,
      Sessions sessions,
      PasswordCheck check,
      SessionCookie cookie) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.check = check;
    this.cookie = cookie;
  }

  /// What came of a wish for another password.
  private sealed interface Change {
    /// @param session that takes the place of the one that asked
    record Done(Optional<String> session) implements Change {}

    record Fault(String why) implements Change {}

    record Wrong() implements Change {}

    record Wait(Duration time) implements Change {}
  }

  /// Where a password is set, on the way to another page.
  static LocalPath page(LocalPath next) {
    return new LocalPath("/password?next=" + URLEncoder.encode(next.value(), UTF_8));
  }

  /// The page with the form.
  public Answer ask(Call call) {
    call.allow("next");
    var next = call.query("next").map(LocalPath::of).orElse(LocalPath.HOME);
    return PasswordPage.show(200, call.user(), "", next.value());
  }

  /// The form of the page.
  public Answer take(Call call) throws InterruptedException {
    call.allow();
    var form = Form.of(call);
    var next = LocalPath.of(form.getOrDefault("next", "/"));
    var wish = form.getOrDefault("new", "");
    var change =
        wish.equals(form.getOrDefault("again", ""))
            ? change(call, form.getOrDefault("current", ""), wish)
            : new Change.Fault("the new password was not typed twice alike");
    return switch (change) {
      case Change.Done(var session) -> Answer.redirect(next.value(), header(session));
      case Change.Fault(var why) -> PasswordPage.show(422, call.user(), why, next.value());
      case Change.Wrong() ->
          PasswordPage.show(403, call.user(), "That is not the password until now.", next.value());
      case Change.Wait(var time) ->
          PasswordPage.show(429, call.user(), tooMany(time), next.value())
              .with("Retry-After", seconds(time));
    };
  }

  /// The same for programs and scripts.
  public Answer setOwn(Call call) throws InterruptedException {
    call.allow();
    var wish = call.json("current", "new");
    return switch (change(call, wish.text("current"), wish.text("new"))) {
      case Change.Done(var session) -> Answer.nothing(header(session));
      case Change.Fault(var why) -> Problem.of(Code.INVALID_INPUT, why).answer();
      case Change.Wrong() ->
          Problem.of(
                  Code.FORBIDDEN,
                  "'current' is not the password of %s; who has none gets the first from an administrator"
                      .formatted(call.user()))
              .answer();
      case Change.Wait(var time) ->
          Problem.of(Code.TOO_MANY_TRIES, tooMany(time))
              .withHeader("Retry-After", seconds(time))
              .answer();
    };
  }

  private Change change(Call call, String current, String wish) throws InterruptedException {
    var fault = PasswordRules.fault(wish, call.user());
    if (fault.isPresent()) return new Change.Fault(fault.get());
    if (wish.equals(current)) return new Change.Fault("the new password is that until now");
    return switch (check.check(call.user(), current, call.caller().address())) {
      case PasswordCheck.Result.Wrong() -> new Change.Wrong();
      case PasswordCheck.Result.Wait(var time) -> new Change.Wait(time);
      case PasswordCheck.Result.Right _ -> new Change.Done(set(call, wish));
    };
  }

  private Optional<String> set(Call call, String wish) {
    passwords.set(call.user(), StoredPassword.chosen(PasswordHash.of(wish)), call.user());
    if (call.caller().session() == 0) return Optional.empty();
    var visit = new Visit("password", call.caller().address(), SignInRoutes.agent(call));
    return sessions.open(call.user(), visit, Optional.empty());
  }

  private Map<String, String> header(Optional<String> session) {
    return session.map(value -> Map.of("Set-Cookie", cookie.set(value))).orElse(Map.of());
  }

  /// An administrator gives somebody a password, who has to set another at the next sign-in.
  public Answer give(Call call) {
    call.allow();
    var name = call.path("name");
    var wish = call.json("password").text("password");
    var fault = PasswordRules.fault(wish, name);
    if (fault.isPresent()) return Problem.of(Code.INVALID_INPUT, fault.get()).answer();
    var hash = PasswordHash.of(wish);
    boolean own = name.equals(call.user());
    var password = own ? StoredPassword.chosen(hash) : StoredPassword.given(hash);
    if (passwords.set(name, password, call.user())) return Answer.nothing();
    var hint = Nearest.hint(name, users.list().stream().map(User::name).toList());
    return Problem.of(Code.NOT_FOUND, "no user '%s'; %s".formatted(name, hint)).answer();
  }

  private static String tooMany(Duration time) {
    return "Too many tries were wrong. Try again in %s seconds.".formatted(seconds(time));
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toSeconds() + 1);
  }
}
