package outturn.http.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.AdminToken;
import outturn.store.identity.ApiToken;
import outturn.store.identity.Role;
import outturn.store.identity.Tokens;
import outturn.store.identity.User;
import outturn.store.identity.Users;

/// Who may sign in.
public final class UserRoutes {
  private static final Duration LIFE = Duration.ofDays(365);

  private final Users users;
  private final Tokens tokens;

  public UserRoutes(Users users, Tokens tokens) {
    this.users = users;
    this.tokens = tokens;
  }

  private record Me(
      String user,
      String title,
      String role,
      List<GrantRoutes.Held> grants,
      boolean mustChangePassword) {}

  private record Added(String name, String role, String token) {}

  /// @param ways by which he comes in
  private record Listed(
      String name, String role, Instant created, Optional<Instant> lastUsed, List<String> ways) {}

  public Answer me(Call call) {
    call.allow();
    var title = users.find(call.user()).map(User::title).orElse(call.user());
    boolean mustChange = call.caller().mustChange();
    var principal = call.principal();
    return Answer.json(
        new Me(
            call.user(),
            title,
            principal.everywhere().word(),
            GrantRoutes.Held.of(principal.rights()),
            mustChange));
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    var page = Page.of(users.list(), User::name, call);
    var used = lastUses();
    var ways = users.ways();
    return Answer.json(
        page.map(user ->
            new Listed(
                user.name(),
                user.role().word(),
                user.created(),
                Optional.ofNullable(used.get(user.name())),
                ways.getOrDefault(user.name(), List.of()))));
  }

  private Map<String, Instant> lastUses() {
    return tokens.list().stream()
        .filter(token -> token.lastUsed() != null)
        .collect(
            Collectors.toMap(
                ApiToken::user,
                token -> Optional.ofNullable(token.lastUsed()).orElse(token.created()),
                (one, other) -> one.isAfter(other) ? one : other));
  }

  /// Adds a user with a token of the same role, which is shown this once.
  public Answer add(Call call) {
    var wish = call.allow().json("name", "role");
    var role = role(wish.text("role"));
    var name = wish.text("name");
    if (add(name, role, call.user()).isEmpty()) {
      return Problem.of(Code.NAME_TAKEN, "there is a user '%s' already".formatted(name)).answer();
    }
    var token = tokens.issue(name, role, "made with the user", LIFE, call.user()).orElseThrow();
    return Answer.json(201, new Added(name, role.word(), token.text()), Map.of());
  }

  /// Takes every way in from somebody. The server itself acts as the first administrator, and who
  /// shuts himself out could not take it back.
  public Answer shutOut(Call call) {
    call.allow();
    var name = call.path("name");
    if (name.equals(AdminToken.ADMINISTRATOR)) {
      return Problem.of(
              Code.NOT_ALLOWED,
              "'%s' is the user of the server's own command line; give it another password instead"
                  .formatted(name))
          .answer();
    }
    if (name.equals(call.user())) {
      return Problem.of(
              Code.NOT_ALLOWED,
              "nobody shuts himself out; another administrator does it, or you sign out")
          .answer();
    }
    if (tokens.shutOut(name, call.user())) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND, "no user '%s'; `outturn user list` names them".formatted(name))
        .answer();
  }

  private Optional<User> add(String name, Role role, String by) {
    try {
      return users.add(name, name, role, by);
    } catch (IllegalArgumentException notAName) {
      throw Problem.of(Code.BAD_REQUEST, String.valueOf(notAName.getMessage())).refused();
    }
  }

  private static Role role(String word) {
    try {
      return Role.of(word);
    } catch (IllegalArgumentException notARole) {
      throw Problem.of(Code.BAD_REQUEST, String.valueOf(notARole.getMessage())).refused();
    }
  }
}
