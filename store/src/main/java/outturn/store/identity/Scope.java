package outturn.store.identity;

import java.util.Optional;

/// What a right is about.
public sealed interface Scope {
  /// The whole server.
  record Everything() implements Scope {}

  /// Everything that a project defines.
  record OfProject(String name) implements Scope {}

  /// The workflows that keep a service's promises, and the outcomes that it serves.
  record OfService(String name) implements Scope {}

  /// As people are told of it: `project housing`.
  default String words() {
    return switch (this) {
      case Everything _ -> "everything";
      case OfProject(var project) -> "project " + project;
      case OfService(var service) -> "service " + service;
    };
  }

  default Optional<String> project() {
    return this instanceof OfProject(var project) ? Optional.of(project) : Optional.empty();
  }

  default Optional<String> service() {
    return this instanceof OfService(var service) ? Optional.of(service) : Optional.empty();
  }

  /// @param project empty for none
  /// @param service empty for none
  static Scope of(String project, String service) {
    if (!project.isEmpty()) return new OfProject(project);
    return service.isEmpty() ? new Everything() : new OfService(service);
  }
}
