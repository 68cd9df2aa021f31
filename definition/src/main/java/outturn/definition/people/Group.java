package outturn.definition.people;

import java.util.Optional;

/// People with a part in an outcome.
///
/// @param population how many they are
public record Group(String name, String title, Role role, Optional<Integer> population) {

  /// What a group is to an outcome; written `is:`.
  public enum Role {
    BENEFICIARY,
    BUSINESS,
    SUPPLIER,
    IT
  }
}
