package outturn.http.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.ApiToken;
import outturn.store.identity.Role;
import outturn.store.identity.TokenScope;
import outturn.store.identity.TokenWish;
import outturn.store.identity.Tokens;

/// The keys of programs: everybody makes, sees and revokes his own; administrators see and revoke
/// all.
public final class TokenRoutes {
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_LABEL = 100;

  private final Tokens tokens;
  private final InstantSource clock;

  public TokenRoutes(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// @param at when it was made, when it ends, and when it was last used
  private record Listed(
      String id,
      String user,
      String label,
      String role,
      List<String> projects,
      List<String> services,
      Times at) {}

  private record Times(Instant created, Instant expires, Optional<Instant> lastUsed) {}

  private record Made(String id, String token, Instant expires) {}

  public Answer list(Call call) {
    call.allow("user", "limit", "after");
    var user = call.query("user").orElse(call.user());
    if (!user.equals(call.user())) call.need(Role.ADMIN, Optional.empty());
    var found = user.equals("*") ? tokens.list() : tokens.of(user);
    var page = Page.of(found, token -> "%019d".formatted(token.id()), call);
    return Answer.json(page.map(TokenRoutes::listed));
  }

  private static Listed listed(ApiToken token) {
    return new Listed(
        String.valueOf(token.id()),
        token.user(),
        token.label(),
        token.reach().role().word(),
        token.reach().scope().projects(),
        token.reach().scope().services(),
        new Times(token.created(), token.expires(), Optional.ofNullable(token.lastUsed())));
  }

  /// A token that may do no more than whoever makes it may now. Its text is shown this once.
  public Answer make(Call call) {
    var body = call.allow().json("label", "role", "projects", "services", "days");
    var most = call.principal().anywhere();
    var role = body.find("role").map(TokenRoutes::role).orElse(most);
    if (!most.allows(role)) {
      return Problem.of(
              Code.FORBIDDEN,
              "%s may make tokens of the role %s at most, not %s"
                  .formatted(call.user(), most.word(), role.word()))
          .answer();
    }
    if (call.caller().session() == 0 && !call.principal().rights().isEmpty()) {
      // Whether its own scope came from the user's rights or from its making is not told any more.
      throw bad(
          "a token with rights for some projects makes no other; sign in, or ask an administrator");
    }
    int days = body.has("days") ? body.whole("days") : USUAL_DAYS;
    if (days < 1 || days > MOST_DAYS) {
      throw bad("'days' is to be from 1 to %d, not %d".formatted(MOST_DAYS, days));
    }
    var label = body.text("label").strip();
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      throw bad(
          "'label' is to say in 1 to %d characters what the token is for".formatted(LONGEST_LABEL));
    }
    var scope =
        new TokenScope(
            body.has("projects") ? body.textList("projects") : List.of(),
            body.has("services") ? body.textList("services") : List.of());
    var life = Duration.ofDays(days);
    var wish = new TokenWish(role, scope, label, life);
    var made = tokens.issue(call.user(), wish, call.user()).orElseThrow();
    var expires = clock.instant().plus(life);
    return Answer.json(201, new Made(String.valueOf(made.id()), made.text(), expires), Map.of());
  }

  public Answer revoke(Call call) {
    call.allow();
    var id = call.path("id");
    boolean admin = call.principal().everywhere().allows(Role.ADMIN);
    var known =
        (admin ? tokens.list() : tokens.of(call.user()))
            .stream().filter(token -> String.valueOf(token.id()).equals(id)).findFirst();
    if (known.isPresent() && tokens.revoke(known.get().id(), call.user())) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND,
            "no token '%s' of %s; `outturn token list` names them"
                .formatted(id, admin ? "anybody" : call.user()))
        .answer();
  }

  private static Role role(String word) {
    try {
      return Role.of(word);
    } catch (IllegalArgumentException notARole) {
      throw bad(String.valueOf(notARole.getMessage()));
    }
  }

  private static Refused bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
