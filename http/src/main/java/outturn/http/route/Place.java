package outturn.http.route;

import java.util.Set;

/// Where something belongs, for the rights to it.
///
/// @param services those that it is part of
public record Place(String project, Set<String> services) {
  public Place {
    services = Set.copyOf(services);
  }

  /// A place in a project and no service.
  public static Place of(String project) {
    return new Place(project, Set.of());
  }

  /// As people are told of it: `project housing`.
  String words() {
    return "project " + project;
  }
}
