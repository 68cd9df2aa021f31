package outturn.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one kind of change, which one statement writes: an array for each column is a parameter
/// of it.
final class Sheet {
  private final String sql;
  private final List<String> types;
  private final boolean bounded;
  private final List<List<@Nullable Object>> columns = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  private Sheet(String sql, List<String> types, boolean bounded) {
    this.sql = sql;
    this.types = types;
    this.bounded = bounded;
    for (int column = 0; column < types.size(); column++) columns.add(new ArrayList<>());
  }

  /// @param sql takes one array parameter for each type, in their order
  /// @param types PostgreSQL's names of the columns' types
  static Sheet of(String sql, String... types) {
    return new Sheet(sql, List.of(types), false);
  }

  /// Of rows whose first column is the id of a run. Two more parameters come after the arrays, the
  /// smallest and the largest of these ids: by them PostgreSQL leaves out all ranges of time that
  /// have none of the rows before it looks into any.
  static Sheet byRun(String sql, String... types) {
    return new Sheet(sql, List.of(types), true);
  }

  void row(@Nullable Object... values) {
    for (int column = 0; column < values.length; column++) columns.get(column).add(values[column]);
    if (bounded && values[0] instanceof Long run) {
      first = Math.min(first, run);
      last = Math.max(last, run);
    }
  }

  boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  String sql() {
    return sql;
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
    if (bounded) {
      statement.setLong(next++, first);
      statement.setLong(next++, last);
    }
    return next;
  }
}
