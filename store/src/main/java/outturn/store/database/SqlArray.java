package outturn.store.database;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;

/// Arrays as arguments of SQL, for `unnest` and `any`.
public final class SqlArray {
  private SqlArray() {}

  public static Argument texts(Collection<String> values) {
    return of("text", values.toArray(String[]::new));
  }

  public static Argument longs(Collection<Long> values) {
    return of("bigint", values.toArray(Long[]::new));
  }

  public static Argument ints(Collection<Integer> values) {
    return of("int", values.toArray(Integer[]::new));
  }

  /// Those that are empty become null.
  public static Argument doubles(Collection<OptionalDouble> values) {
    return of(
        "double precision",
        values.stream().map(v -> v.isPresent() ? v.getAsDouble() : null).toArray(Double[]::new));
  }

  public static Argument dates(Collection<LocalDate> values) {
    return written("date", values, LocalDate::toString);
  }

  public static Argument instants(Collection<Instant> values) {
    return written("timestamptz", values, Instant::toString);
  }

  public static Argument bytes(Collection<byte[]> values) {
    return of("bytea", values.toArray(byte[][]::new));
  }

  private static <T> Argument written(String type, Collection<T> values, Function<T, String> text) {
    return of(type, values.stream().map(text).toArray(String[]::new));
  }

  private static Argument of(String type, Object[] values) {
    return (position, statement, _) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
  }
}
