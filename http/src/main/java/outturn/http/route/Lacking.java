package outturn.http.route;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.store.identity.Principal;
import outturn.store.identity.Right;
import outturn.store.identity.Role;

/// What is said to whoever lacks a right: which one, what he has, and whom to ask.
public final class Lacking {
  private Lacking() {}

  /// A role for the whole server.
  public static Problem everywhere(Role needed, Principal principal) {
    return at(needed, principal.everywhere(), principal, Optional.empty());
  }

  /// @param has the role at that place
  /// @param place nothing for the whole server
  static Problem at(Role needed, Role has, Principal principal, Optional<Place> place) {
    var where = place.map(Place::words).orElse("the whole server");
    var detail =
        "%s has the role %s for %s, and this needs %s there%s; an administrator gives it with: outturn user grant %s %s%s"
            .formatted(
                principal.user(),
                has.word(),
                where,
                needed.word(),
                elsewhere(principal),
                principal.user(),
                needed.word(),
                place.map(known -> " --project " + known.project()).orElse(""));
    return Problem.of(Code.FORBIDDEN, detail)
        .with("needed", needed.word())
        .with("has", has.word())
        .with("where", where);
  }

  private static String elsewhere(Principal principal) {
    if (principal.rights().isEmpty()) return "";
    return principal.rights().stream()
        .sorted(Comparator.comparing((Right right) -> right.scope().words()))
        .map(right -> "%s for %s".formatted(right.role().word(), right.scope().words()))
        .collect(Collectors.joining(", ", " (the user is ", ")"));
  }
}
