package outturn.outcome.step;

import java.util.List;
import java.util.Set;
import outturn.definition.people.Group;
import outturn.definition.people.Group.Role;

/// Who belongs to the business and who to IT, by the groups of a project.
public record People(List<Group> groups) {
  private static final Set<Role> OF_THE_BUSINESS = Set.of(Role.BUSINESS, Role.BENEFICIARY);

  public People {
    groups = List.copyOf(groups);
  }

  /// Whose somebody is.
  public enum Side {
    BUSINESS,
    IT,
    SUPPLIER,
    /// No group is called so, and none has such a member.
    UNKNOWN
  }

  /// The side of a group, by its name or title, or of a member. A member of IT is of IT, whatever
  /// else they belong to.
  public Side of(String name) {
    var called = groups.stream().filter(group -> isCalled(group, name)).findFirst();
    if (called.isPresent()) return side(called.get().role());
    if (isMember(name, Set.of(Role.IT))) return Side.IT;
    if (isMember(name, OF_THE_BUSINESS)) return Side.BUSINESS;
    return isMember(name, Set.of(Role.SUPPLIER)) ? Side.SUPPLIER : Side.UNKNOWN;
  }

  /// Whether a user may speak for the business: is a member of a group of it.
  public boolean isOfTheBusiness(String user) {
    return isMember(user, OF_THE_BUSINESS);
  }

  /// Whether a user is an owner: by name, or as a member of the group that is one.
  public boolean isOwner(String user, String owner) {
    return user.equals(owner)
        || groups.stream()
            .anyMatch(group -> isCalled(group, owner) && group.members().contains(user));
  }

  public boolean isOfIt(String user) {
    return isMember(user, Set.of(Role.IT));
  }

  /// The names of the groups whose members may speak for the business.
  public List<String> business() {
    return groups.stream()
        .filter(group -> OF_THE_BUSINESS.contains(group.role()))
        .map(Group::name)
        .toList();
  }

  private boolean isMember(String name, Set<Role> roles) {
    return groups.stream()
        .anyMatch(group -> roles.contains(group.role()) && group.members().contains(name));
  }

  private static boolean isCalled(Group group, String name) {
    return group.name().equalsIgnoreCase(name.strip())
        || group.title().equalsIgnoreCase(name.strip());
  }

  private static Side side(Role role) {
    return switch (role) {
      case BENEFICIARY, BUSINESS -> Side.BUSINESS;
      case SUPPLIER -> Side.SUPPLIER;
      case IT -> Side.IT;
    };
  }
}
