package outturn.store.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who makes a request, and what this request may do.
///
/// @param role for everything
/// @param rights beyond it, each at its place
public record Principal(String user, Role role, List<Right> rights) {
  public Principal {
    rights = List.copyOf(rights);
  }

  public Principal(String user, Role role) {
    this(user, role, List.of());
  }

  /// The greatest role that holds for everything.
  public Role everywhere() {
    return greatest(
        rights.stream().filter(right -> right.scope() instanceof Scope.Everything).toList());
  }

  /// The greatest role that holds anywhere.
  public Role anywhere() {
    return greatest(rights);
  }

  /// The greatest role that holds for something of a project that belongs to these services.
  public Role in(String project, Set<String> services) {
    return greatest(
        rights.stream().filter(right -> covers(right.scope(), project, services)).toList());
  }

  private static boolean covers(Scope scope, String project, Set<String> services) {
    return switch (scope) {
      case Scope.Everything _ -> true;
      case Scope.OfProject(var named) -> named.equals(project);
      case Scope.OfService(var named) -> services.contains(named);
    };
  }

  private Role greatest(List<Right> holding) {
    return holding.stream()
        .map(Right::role)
        .max(Comparator.naturalOrder())
        .filter(other -> other.allows(role))
        .orElse(role);
  }

  /// The same with no more than this role anywhere.
  Principal atMost(Role limit) {
    return new Principal(
        user,
        role.atMost(limit),
        rights.stream()
            .map(right -> new Right(right.role().atMost(limit), right.scope()))
            .toList());
  }

  /// The same where a token holds, and a viewer elsewhere.
  Principal within(TokenScope scope) {
    if (scope.isEverywhere()) return this;
    var kept =
        Stream.concat(
                scope.projects().stream()
                    .map(name -> new Right(in(name, Set.of()), new Scope.OfProject(name))),
                scope.services().stream()
                    .map(name -> new Right(in("", Set.of(name)), new Scope.OfService(name))))
            .toList();
    return new Principal(user, Role.VIEWER, kept);
  }
}
