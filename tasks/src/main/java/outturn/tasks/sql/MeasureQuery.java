package outturn.tasks.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;

/// The query of a measure: as [SqlTask], but every row is handed on, some at a time as they come
/// from the database.
public final class MeasureQuery implements AutoCloseable {

  private static final List<String> COLUMNS =
      List.of("period", "segment", "value", "numerator", "denominator");

  private final Drivers drivers;

  /// @param drivers a folder of jars with JDBC drivers, beside the one for PostgreSQL; may be
  ///   absent
  public MeasureQuery(Path drivers) {
    this.drivers = Drivers.in(drivers);
  }

  /// Asks the query with the settings of a [SqlTask].
  ///
  /// @param row gets the columns `period`, `segment`, `value`, `numerator` and `denominator` of
  ///   each row as plain values, without those that are null or not there; called by one thread
  /// @return done without outputs, or why it failed: then what was handed on does not count
  public Result ask(Request request, Consumer<Map<String, Object>> row)
      throws InterruptedException {
    return SqlTask.made(
        new Transaction(
            Order.of(request, drivers), rows -> row.accept(Columns.named(COLUMNS, rows))));
  }

  @Override
  public void close() throws IOException {
    drivers.close();
  }
}
