package outturn.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one kind of change, which one statement writes. `{rows}` in it stands for them: an array
/// for each column, which are its first parameters.
final class Sheet {
  private final String sql;
  private final List<String> types;
  private final boolean byKey;
  private final List<List<@Nullable Object>> columns = new ArrayList<>();

  private Sheet(boolean byKey, String sql, String... types) {
    this.sql = sql;
    this.types = List.of(types);
    this.byKey = byKey;
    for (int column = 0; column < types.length; column++) columns.add(new ArrayList<>());
  }

  /// Of rows that are added, and of ids of those that are removed.
  ///
  /// @param types PostgreSQL's names of the columns' types
  static Sheet of(String sql, String... types) {
    return new Sheet(false, sql, types);
  }

  /// Of rows that change or remove others, found by their keys. One more parameter comes after the
  /// arrays, the limit of their rows, which is their number. PostgreSQL plans for few rows where a
  /// limit is not known, and so takes each of them and looks for its key in the table, however
  /// small that is while it plans: the plan is kept when the table has grown.
  static Sheet byKey(String sql, String... types) {
    return new Sheet(true, sql, types);
  }

  void row(@Nullable Object... values) {
    for (int column = 0; column < values.length; column++) columns.get(column).add(values[column]);
  }

  boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  String sql() {
    var marks = String.join(", ", Collections.nCopies(types.size(), "?"));
    var arrays = "unnest(%s)".formatted(marks);
    var rows = byKey ? "(select * from %s limit ?)".formatted(arrays) : arrays;
    return sql.replace("{rows}", rows);
  }

  /// Sets the parameters.
  ///
  /// @param place of the first of them
  /// @return the place after the last of them
  int set(PreparedStatement statement, int place) throws SQLException {
    int next = place;
    for (int column = 0; column < types.size(); column++) {
      var values = columns.get(column).toArray();
      statement.setArray(
          next++, statement.getConnection().createArrayOf(types.get(column), values));
    }
    if (byKey) statement.setLong(next++, columns.getFirst().size());
    return next;
  }
}
