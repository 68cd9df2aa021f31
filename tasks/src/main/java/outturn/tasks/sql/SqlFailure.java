package outturn.tasks.sql;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import outturn.spi.TaskType.Result;

/// What an SQL error means for the attempt.
final class SqlFailure {

  /// How PostgreSQL's driver ends its messages; it counts characters of the statement from 1.
  private static final Pattern POSITION = Pattern.compile("(?m)^  Position: (\\d{1,9})$");

  private SqlFailure() {}

  static Result connecting(Order.Address address, SQLException e) {
    return Result.Failed.of(
        refused(e) ? Result.Kind.ANSWER : Result.Kind.CONNECTION,
        "no connection to %s: %s%s".formatted(address.shown(), state(e), e.getMessage()));
  }

  static Result executing(SqlStatement statement, Map<String, Object> parameters, SQLException e) {
    return Result.Failed.of(
        lost(e) ? Result.Kind.CONNECTION : Result.Kind.ANSWER,
        "line %d: %s%s".formatted(line(statement, parameters, e), state(e), e.getMessage()));
  }

  static Result committing(SQLException e) {
    if (!lost(e)) {
      return Result.Failed.of(
          Result.Kind.ANSWER, "at the commit: %s%s".formatted(state(e), e.getMessage()));
    }
    return Result.Failed.of(
        Result.Kind.CONNECTION,
        "the connection was lost at the commit, so it is not known whether it took effect: "
            + e.getMessage());
  }

  private static int line(SqlStatement statement, Map<String, Object> parameters, SQLException e) {
    var position = POSITION.matcher(String.valueOf(e.getMessage()));
    if (!position.find()) return statement.line();
    return statement.lineAt(Integer.parseInt(position.group(1)), parameters);
  }

  /// Whether a database was there, and said no: a wrong password, no such database.
  private static boolean refused(SQLException e) {
    var state = e.getSQLState();
    return state != null && (state.startsWith("28") || state.startsWith("3D"));
  }

  /// Whether the connection broke, or the database is shutting down.
  private static boolean lost(SQLException e) {
    var state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : "SQLSTATE " + e.getSQLState() + ": ";
  }
}
