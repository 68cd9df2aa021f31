package outturn.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The tables of a database as its catalogue has them: what a backup copies, without knowing what
/// it means.
///
/// @param columns by table, in an order in which tables can be filled: what others refer to first
record Layout(Map<String, List<String>> columns, List<Manifest.Range> ranges) {
  // The history of migrations is not copied: a restore makes the tables by the same migrations.
  static final String HISTORY = "schema_history";

  private static final String COLUMNS =
      """
      select c.relname, array_agg(a.attname::text order by a.attnum)
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'schema_history'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname
      """;

  private static final String REFERENCES =
      """
      select f.relname, t.relname
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and f.relnamespace = current_schema()::regnamespace and f.oid <> t.oid
      """;

  private static final String RANGES =
      """
      select p.relname, c.relname, pg_get_expr(c.relpartbound, c.oid), coalesce(array_to_string(c.reloptions, ','), '')
      from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
      where p.relnamespace = current_schema()::regnamespace and c.relispartition and c.relkind = 'r'
      order by p.relname, c.relname
      """;

  private static final Pattern BOUND =
      Pattern.compile("FOR VALUES FROM \\('?(-?\\d+)'?\\) TO \\('?(-?\\d+)'?\\)");

  static Layout of(Connection connection) throws SQLException {
    var columns = new TreeMap<String, List<String>>();
    each(
        connection,
        COLUMNS,
        row -> columns.put(row.getString(1), List.of((String[]) row.getArray(2).getArray())));
    var references = new HashMap<String, Set<String>>();
    each(
        connection,
        REFERENCES,
        row ->
            references
                .computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                .add(row.getString(2)));
    var ranges = new ArrayList<Manifest.Range>();
    each(connection, RANGES, row -> ranges.add(range(row)));
    return new Layout(inOrder(columns, references), ranges);
  }

  private static Manifest.Range range(ResultSet row) throws SQLException {
    var bound = BOUND.matcher(row.getString(3));
    if (!bound.matches()) {
      throw new IllegalStateException(
          "%s is not a range of numbers: %s".formatted(row.getString(2), row.getString(3)));
    }
    return new Manifest.Range(
        row.getString(1),
        row.getString(2),
        Long.parseLong(bound.group(1)),
        Long.parseLong(bound.group(2)),
        row.getString(4));
  }

  private static Map<String, List<String>> inOrder(
      Map<String, List<String>> columns, Map<String, Set<String>> references) {
    var order = new LinkedHashMap<String, List<String>>();
    while (order.size() < columns.size()) {
      int before = order.size();
      columns.forEach((table, names) -> {
        if (order.keySet().containsAll(references.getOrDefault(table, Set.of()))) {
          order.putIfAbsent(table, names);
        }
      });
      if (order.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle: " + references);
      }
    }
    return order;
  }

  /// What is done with a row of an answer.
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String query, Row taker) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) taker.take(rows);
    }
  }

  /// The names as SQL lists them.
  static String quoted(Iterable<String> names) {
    var list = new ArrayList<String>();
    names.forEach(name -> list.add(quoted(name)));
    return String.join(", ", list);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
