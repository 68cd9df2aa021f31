package outturn.tasks.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.tasks.output.Json;

/// The columns of a row as plain values: text, [Long], [Double], [Boolean], lists, and what JSON
/// columns hold. Dates and times are text in ISO form, those with a zone as instants.
final class Columns {

  private Columns() {}

  /// The columns of the current row that are among these names, by exact name or else in any case;
  /// without those that are null.
  static Map<String, Object> named(Collection<String> names, ResultSet rows) throws SQLException {
    var values = new LinkedHashMap<String, Object>();
    for (var name : names) {
      var column = column(name, rows);
      if (column == 0) continue;
      value(rows, column).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  private static int column(String name, ResultSet rows) throws SQLException {
    var labels = new ArrayList<String>();
    for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      labels.add(rows.getMetaData().getColumnLabel(column));
    }
    var exact = labels.indexOf(name);
    if (exact >= 0) return exact + 1;
    for (var label : labels) {
      if (label.equalsIgnoreCase(name)) return labels.indexOf(label) + 1;
    }
    return 0;
  }

  private static Optional<Object> value(ResultSet rows, int column) throws SQLException {
    var type = rows.getMetaData().getColumnTypeName(column);
    if (isZoned(rows.getMetaData().getColumnType(column), type)) {
      return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
          .map(time -> time.toInstant().toString());
    }
    var value = plain(rows.getObject(column));
    return value instanceof String text && type.toLowerCase(Locale.ROOT).startsWith("json")
        ? Json.read(text)
        : Optional.ofNullable(value);
  }

  private static boolean isZoned(int type, String name) {
    return type == Types.TIMESTAMP_WITH_TIMEZONE || name.equals("timestamptz");
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth;
      case Double number -> number;
      case Float number -> number.doubleValue();
      case BigDecimal number -> number(number);
      case BigInteger number -> number(new BigDecimal(number));
      case Number number -> number.longValue();
      case Timestamp time -> time.toLocalDateTime().toString();
      case Array array -> list((Object[]) array.getArray());
      case Clob text -> text.getSubString(1, (int) Math.min(text.length(), Integer.MAX_VALUE));
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      default -> value.toString();
    };
  }

  /// A whole number as such, if it fits.
  private static Object number(BigDecimal number) {
    try {
      if (number.scale() <= 0) return number.longValueExact();
    } catch (ArithmeticException _) {
      // It is too large.
    }
    return number.doubleValue();
  }

  private static List<@Nullable Object> list(Object[] elements) throws SQLException {
    var list = new ArrayList<@Nullable Object>();
    for (var element : elements) list.add(plain(element));
    return list;
  }
}
