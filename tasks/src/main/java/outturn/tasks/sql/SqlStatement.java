package outturn.tasks.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One statement of a text, with named parameters.
///
/// @param line of the text, from 1, where it begins
record SqlStatement(int line, List<Piece> pieces) {

  SqlStatement {
    pieces = List.copyOf(pieces);
  }

  /// A part of a statement.
  sealed interface Piece {
    /// Text for the database as it is.
    record Plain(String text) implements Piece {}

    /// A value of this name; a list stands for as many values, separated by commas.
    record Parameter(String name, int line) implements Piece {}

    /// A `?` that the database must see, as in its operators for JSON.
    record QuestionMark() implements Piece {}
  }

  /// The form that JDBC reads.
  ///
  /// @param questionMark how the driver wants a `?` that is no parameter
  String forJdbc(Map<String, Object> parameters, String questionMark) {
    var sql = new StringBuilder();
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Plain(var text) -> sql.append(text);
        case Piece.QuestionMark() -> sql.append(questionMark);
        case Piece.Parameter parameter ->
            sql.append(
                String.join(", ", Collections.nCopies(values(parameter, parameters).size(), "?")));
      }
    }
    return sql.toString();
  }

  /// The values in the order of the `?` of [#forJdbc]; there may be nulls among them.
  List<@Nullable Object> values(Map<String, Object> parameters) {
    var values = new ArrayList<@Nullable Object>();
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Parameter parameter -> values.addAll(values(parameter, parameters));
        case Piece.Plain _, Piece.QuestionMark _ -> {}
      }
    }
    return values;
  }

  /// The line of the text at which PostgreSQL, which numbers parameters `$1`, counts a position.
  ///
  /// @param position from 1
  int lineAt(int position, Map<String, Object> parameters) {
    var sent = new StringBuilder();
    var number = 1;
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Plain(var text) -> sent.append(text);
        case Piece.QuestionMark() -> sent.append('?');
        case Piece.Parameter parameter -> {
          var first = number;
          var last = first + values(parameter, parameters).size();
          for (; number < last; number++) {
            sent.append(number > first ? ", " : "").append("$").append(number);
          }
        }
      }
    }
    var before = sent.substring(0, Math.clamp(position - 1, 0, sent.length()));
    return line + (int) before.chars().filter(c -> c == '\n').count();
  }

  private static List<@Nullable Object> values(
      Piece.Parameter parameter, Map<String, Object> parameters) {
    if (!parameters.containsKey(parameter.name())) {
      throw new IllegalArgumentException(
          "no value for the parameter :%s at line %d; give it under `params`"
              .formatted(parameter.name(), parameter.line()));
    }
    var value = parameters.get(parameter.name());
    if (!(value instanceof List<?> list)) return Collections.singletonList(value);
    return list.isEmpty() ? Collections.singletonList(null) : new ArrayList<>(list);
  }
}
