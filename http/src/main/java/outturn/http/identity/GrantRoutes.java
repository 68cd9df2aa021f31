package outturn.http.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.route.Place;
import outturn.store.identity.Grant;
import outturn.store.identity.Grant.Holder;
import outturn.store.identity.Grants;
import outturn.store.identity.Right;
import outturn.store.identity.Role;
import outturn.store.identity.Scope;

/// Who may do what beyond his own role. The owner of a project gives rights in it, up to his own;
/// administrators give all.
public final class GrantRoutes {
  private final Grants grants;

  public GrantRoutes(Grants grants) {
    this.grants = grants;
  }

  private record Listed(String id, Who holder, String role, In in, Instant granted, String by) {}

  private record Who(Optional<String> user, Optional<String> group) {
    static Who of(Holder holder) {
      return switch (holder) {
        case Holder.OfUser(var name) -> new Who(Optional.of(name), Optional.empty());
        case Holder.OfGroup(var name) -> new Who(Optional.empty(), Optional.of(name));
      };
    }
  }

  private record In(Optional<String> project, Optional<String> service) {}

  /// A right as its holder sees it.
  public record Held(String role, Optional<String> project, Optional<String> service) {
    static List<Held> of(List<Right> rights) {
      return rights.stream()
          .map(right ->
              new Held(right.role().word(), right.scope().project(), right.scope().service()))
          .toList();
    }
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    var page = Page.of(grants.list(), grant -> "%019d".formatted(grant.id()), call);
    return Answer.json(page.map(GrantRoutes::listed));
  }

  private static Listed listed(Grant grant) {
    var scope = grant.right().scope();
    return new Listed(
        String.valueOf(grant.id()),
        Who.of(grant.holder()),
        grant.right().role().word(),
        new In(scope.project(), scope.service()),
        grant.granted(),
        grant.by());
  }

  public Answer give(Call call) {
    var wish = call.allow().json("user", "group", "role", "project", "service");
    var role = role(wish.text("role"));
    var scope = scope(wish.find("project"), wish.find("service"));
    needRight(call, scope, role);
    var holder = holder(wish.find("user"), wish.find("group"));
    if (grants.give(holder, new Right(role, scope), call.user())) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND, "no user '%s'; `outturn user list` names them".formatted(holder.name()))
        .answer();
  }

  public Answer revoke(Call call) {
    call.allow("user", "group", "project", "service");
    var scope = scope(call.query("project"), call.query("service"));
    needRight(call, scope, Role.OWNER);
    var holder = holder(call.query("user"), call.query("group"));
    if (grants.revoke(holder, scope, call.user())) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND, "%s was given no role for %s".formatted(holder.words(), scope.words()))
        .answer();
  }

  /// Nobody gives more than he has.
  private static void needRight(Call call, Scope scope, Role role) {
    switch (scope) {
      case Scope.OfProject(var project) ->
          call.need(role.allows(Role.OWNER) ? role : Role.OWNER, Optional.of(Place.of(project)));
      case Scope.OfService _, Scope.Everything _ -> call.need(Role.ADMIN, Optional.empty());
    }
  }

  private static Holder holder(Optional<String> user, Optional<String> group) {
    if (user.isPresent() == group.isPresent()) throw bad("name a user or a group, and one of them");
    return user.<Holder>map(Holder.OfUser::new)
        .orElseGet(() -> new Holder.OfGroup(group.orElseThrow()));
  }

  private static Scope scope(Optional<String> project, Optional<String> service) {
    if (project.isPresent() && service.isPresent()) {
      throw bad("name a project or a service, not both");
    }
    for (var name : List.of(project.orElse("a"), service.orElse("a"))) {
      if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
        throw bad("'%s' is no name of a project or a service".formatted(name));
      }
    }
    return Scope.of(project.orElse(""), service.orElse(""));
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
