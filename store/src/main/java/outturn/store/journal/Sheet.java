package outturn.store.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one kind of change, sent to the database as one statement with an array for each column.
final class Sheet {
  private final String sql;
  private final List<String> types;
  private final List<List<@Nullable Object>> columns = new ArrayList<>();
  private int rows;

  /// @param sql takes one array parameter for each type, in their order
  /// @param types PostgreSQL's names of the columns' types
  Sheet(String sql, String... types) {
    this.sql = sql;
    this.types = List.of(types);
    for (int column = 0; column < types.length; column++) columns.add(new ArrayList<>());
  }

  void row(@Nullable Object... values) {
    for (int column = 0; column < values.length; column++) columns.get(column).add(values[column]);
    rows++;
  }

  void write(Connection connection) throws SQLException {
    if (rows == 0) return;
    try (var statement = connection.prepareStatement(sql)) {
      for (int column = 0; column < types.size(); column++) {
        var array = connection.createArrayOf(types.get(column), columns.get(column).toArray());
        statement.setArray(column + 1, array);
      }
      statement.executeUpdate();
    }
  }
}
