package outturn.store.project;

import java.util.List;

/// The answer to an apply.
public sealed interface Applied {

  /// A new version is in force.
  ///
  /// @param removed what is no longer in force, in order
  record Made(ProjectVersion version, List<ObjectName> removed) implements Applied {}

  /// All was so already.
  record Unchanged(ProjectVersion version) implements Applied {}

  /// Refused: the server is not where the plan saw it.
  ///
  /// @param number of the current version; 0 if there is no such project
  record Moved(int number) implements Applied {}

  /// Refused: other projects have these names, in order.
  record Taken(List<ObjectInForce> names) implements Applied {}
}
