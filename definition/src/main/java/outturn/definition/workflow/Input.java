package outturn.definition.workflow;

import java.util.List;
import java.util.Optional;
import outturn.definition.expression.ValueType;

/// A value that a run is started with.
///
/// @param fallback the value when none is given; an input without one is required
/// @param choices the allowed values, or empty for any
public record Input(
    String name, ValueType type, Optional<Object> fallback, List<Object> choices, String title) {
  public Input {
    choices = List.copyOf(choices);
  }
}
