package outturn.definition.people;

import java.util.List;
import java.util.Optional;

/// People with a part in an outcome.
///
/// @param population how many they are
/// @param members users of the server who belong to it, and may approve for it
public record Group(
    String name, String title, Role role, Optional<Integer> population, List<String> members) {
  public Group {
    members = List.copyOf(members);
  }

  /// What a group is to an outcome; written `is:`.
  public enum Role {
    BENEFICIARY,
    BUSINESS,
    SUPPLIER,
    IT
  }
}
