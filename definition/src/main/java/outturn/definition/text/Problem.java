package outturn.definition.text;

import java.util.Comparator;

/// Something in a file that keeps the project from being used.
///
/// @param file the path in the project
/// @param line from 1
/// @param column from 1
/// @param code a stable word for programs: `unknown-key`
/// @param message what was found and what was expected
/// @param hint what to do about it; empty when there is nothing to add
public record Problem(String file, int line, int column, String code, String message, String hint)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::position)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message)
          .thenComparing(Problem::hint);

  public static Problem at(Position position, String code, String message, String hint) {
    return new Problem(position.file(), position.line(), position.column(), code, message, hint);
  }

  public Position position() {
    return new Position(file, line, column);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /// One line, as compilers write it.
  @Override
  public String toString() {
    var told = "%s:%d:%d: %s: %s".formatted(file, line, column, code, message);
    return hint.isEmpty() ? told : told + " (" + hint + ")";
  }
}
