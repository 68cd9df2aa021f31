package outturn.http.identity;

import java.util.List;
import java.util.regex.Pattern;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.identity.Grants;

/// Groups of users, which roles are given to. A group is there as long as it has members.
public final class GroupRoutes {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private final Grants grants;

  public GroupRoutes(Grants grants) {
    this.grants = grants;
  }

  private record Group(String name, List<String> members) {}

  public Answer list(Call call) {
    call.allow("limit", "after");
    var groups =
        grants.groups().entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList();
    return Answer.json(Page.of(groups, Group::name, call));
  }

  public Answer join(Call call) {
    call.allow();
    var group = call.path("name");
    var user = call.path("user");
    if (!NAME.matcher(group).matches()) {
      return Problem.of(
              Code.BAD_REQUEST,
              "'%s' is no name of a group: expected small letters, digits and -".formatted(group))
          .answer();
    }
    boolean there = grants.groups().getOrDefault(group, List.of()).contains(user);
    if (there || grants.join(user, group, call.user())) return Answer.nothing();
    return Problem.of(
            Code.NOT_FOUND, "no user '%s'; `outturn user list` names them".formatted(user))
        .answer();
  }

  public Answer leave(Call call) {
    call.allow();
    var group = call.path("name");
    var user = call.path("user");
    if (grants.leave(user, group, call.user())) return Answer.nothing();
    return Problem.of(Code.NOT_FOUND, "%s is not in the group '%s'".formatted(user, group))
        .answer();
  }
}
