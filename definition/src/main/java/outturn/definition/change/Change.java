package outturn.definition.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outturn.definition.shape.Choices;

/// A dated event.
///
/// @param affects measures
public record Change(String name, String title, LocalDate date, Type type, List<String> affects) {
  public Change {
    affects = List.copyOf(affects);
  }

  /// What kind of event it is.
  public enum Type {
    GO_LIVE,
    TRAINING,
    POLICY,
    OUTAGE,
    HOLIDAY,
    ORGANISATION,
    /// A measure counts something else from then on, or counts it otherwise.
    DEFINITION,
    /// Software was released or deployed; it is marked on charts and begins no phase.
    RELEASE;

    public String word() {
      return Choices.word(this);
    }

    public static Optional<Type> of(String word) {
      return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
  }
}
