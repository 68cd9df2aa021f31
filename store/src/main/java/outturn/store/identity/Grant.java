package outturn.store.identity;

import java.time.Instant;

/// A right that was given.
///
/// @param holder a user, or a group
public record Grant(long id, Holder holder, Right right, Instant granted, String by) {

  /// Who has a right.
  public sealed interface Holder {
    String name();

    record OfUser(String name) implements Holder {}

    record OfGroup(String name) implements Holder {}

    /// As people are told of it: `group repairs`.
    default String words() {
      return switch (this) {
        case OfUser(var name) -> name;
        case OfGroup(var name) -> "group " + name;
      };
    }
  }
}
