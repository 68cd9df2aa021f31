package outturn.tasks.output;

/// An output as a task gave it.
public sealed interface Written {

  /// A value with a type of its own.
  record Value(Object value) implements Written {}

  /// A text that stands for a value of the promised type.
  record Text(String text) implements Written {}
}
