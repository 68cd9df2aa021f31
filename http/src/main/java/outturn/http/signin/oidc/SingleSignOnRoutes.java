package outturn.http.signin.oidc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outturn.http.identity.AuditLog;
import outturn.http.identity.BrowserCookie;
import outturn.http.identity.SessionCookie;
import outturn.http.page.SignInPage;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.signin.LocalPath;
import outturn.store.identity.Logins;
import outturn.store.identity.ProviderUsers;
import outturn.store.identity.Role;
import outturn.store.identity.Visit;

/// The way to the identity provider and back.
public final class SingleSignOnRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnRoutes.class);
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int LONGEST_REASON = 300;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /// The page for signing in, as it is when there is this way.
  private static final SignInPage PAGE = new SignInPage(SignInPage.Ways.PASSWORD_AND_PROVIDER);

  private final SingleSignOn settings;
  private final Provider provider;
  private final Logins logins;
  private final AuditLog audit;
  private final SessionCookie session;
  private final BrowserCookie cookie;

  public SingleSignOnRoutes(
      SingleSignOn settings,
      Logins logins,
      AuditLog audit,
      SessionCookie session,
      InstantSource clock) {
    this.settings = settings;
    this.provider = new Provider(settings, clock);
    this.logins = logins;
    this.audit = audit;
    this.session = session;
    this.cookie = new BrowserCookie(session.transport(), "outturn_single_sign_on", LIFE);
  }

  /// What both answer on a server without single sign-on.
  public static Answer none(Call call) {
    return Problem.of(
            Code.NOT_FOUND,
            "this server has no single sign-on; `outturn server --single-sign-on FILE` sets it up")
        .answer();
  }

  /// Sends a browser to the provider.
  public Answer begin(Call call) {
    call.allow("next");
    var next = call.query("next").map(LocalPath::of).orElse(LocalPath.HOME);
    var attempt = Attempt.begin(next);
    try {
      var there = provider.begin(attempt).toString();
      return Answer.redirect(there, Map.of("Set-Cookie", cookie.set(attempt.cookie())));
    } catch (NotSignedIn not) {
      return page(not, next);
    }
  }

  /// Takes a browser back, with what the provider says. Providers add parameters of their own.
  public Answer end(Call call) {
    var attempt = cookie.find(call::header).flatMap(Attempt::of);
    try {
      var begun = begun(attempt, call);
      return in(call, vouched(begun, call), begun);
    } catch (NotSignedIn not) {
      return page(not, attempt.map(Attempt::next).orElse(LocalPath.HOME))
          .with("Set-Cookie", cookie.clear());
    }
  }

  /// The attempt of this browser, when the answer is to that one and by this provider.
  private Attempt begun(Optional<Attempt> attempt, Call call) throws NotSignedIn {
    var state = call.query("state").orElse("");
    var begun = attempt.filter(one -> one.isOf(state));
    if (begun.isEmpty()) {
      throw NotSignedIn.refused(
          "This browser has not begun this sign-in, or more than ten minutes ago, or began another one since. Begin again.");
    }
    var issuer = call.query("iss").orElse(settings.issuer().toString());
    if (!issuer.equals(settings.issuer().toString())) {
      throw NotSignedIn.refused("The answer is of another provider. Begin again.");
    }
    return begun.get();
  }

  private Vouched vouched(Attempt attempt, Call call) throws NotSignedIn {
    var error = call.query("error");
    if (error.isPresent()) {
      var reason = call.query("error_description").orElse(error.get());
      throw NotSignedIn.refused("The provider says: " + cut(reason));
    }
    var code = call.query("code");
    if (code.isEmpty()) throw NotSignedIn.refused("The provider sent no code. Begin again.");
    return provider.end(attempt, code.get());
  }

  private Answer in(Call call, Vouched vouched, Attempt attempt) throws NotSignedIn {
    var person = person(vouched);
    var role = role(person, vouched, call);
    var visit =
        new Visit(
            ProviderUsers.SINGLE_SIGN_ON,
            call.caller().address(),
            call.header("User-Agent").orElse(""));
    return switch (logins.providerUsers().enter(person, role, attempt.state(), visit)) {
      case ProviderUsers.Entry.Opened(var value) -> {
        // As with a password: the browser's session before is not the one that it has now.
        session.find(call::header).ifPresent(logins.sessions()::signOut);
        yield Answer.redirect(attempt.next().value(), Map.of("Set-Cookie", session.set(value)));
      }
      case ProviderUsers.Entry.NameTaken() -> {
        refuse(person, call, "the name is taken");
        throw NotSignedIn.refused(
            "There is a user %s here already, who does not sign in by the provider. An administrator decides whose name that is."
                .formatted(person.name()));
      }
      case ProviderUsers.Entry.Used() ->
          throw NotSignedIn.refused("This sign-in was made before. Begin again.");
    };
  }

  private ProviderUsers.Person person(Vouched vouched) throws NotSignedIn {
    var claim = settings.claims().name();
    var name = vouched.text(claim);
    if (name.isEmpty()) {
      throw NotSignedIn.refused(
          "The provider does not say what you are called: its token has no %s.".formatted(claim));
    }
    try {
      return new ProviderUsers.Person(
          settings.issuer().toString(),
          vouched.subject(),
          name.get(),
          vouched.text("name").orElse(""));
    } catch (IllegalArgumentException none) {
      throw NotSignedIn.refused("Your name at the provider is " + none.getMessage(), none);
    }
  }

  private Role role(ProviderUsers.Person person, Vouched vouched, Call call) throws NotSignedIn {
    var role = settings.role(vouched.texts(settings.claims().groups()));
    if (role.isPresent()) return role.get();
    logins.providerUsers().shutOut(person);
    refuse(person, call, "in no group with a role");
    throw NotSignedIn.refused(
        "The provider knows you as %s, in no group that may come in here. An administrator gives groups their roles, the provider has who is in them."
            .formatted(person.name()));
  }

  private void refuse(ProviderUsers.Person person, Call call, String why) {
    var details = Map.<String, Object>of("address", call.caller().address(), "why", why);
    audit.done(ProviderUsers.SINGLE_SIGN_ON, "sign in refused", person.name(), details);
  }

  private static Answer.Whole page(NotSignedIn not, LocalPath next) {
    var words = cut(not.words());
    // Anybody can bring this about: one line, and no stack.
    LOG.info("single sign-on came to nothing: {}", words);
    return PAGE.again(not.status(), words, next.value());
  }

  private static String cut(String text) {
    var line = CONTROL.matcher(text).replaceAll(" ");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }
}
