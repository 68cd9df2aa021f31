package outturn.runtime.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import outturn.definition.measure.GraphSource.Figure;
import outturn.definition.text.Nearest;

/// The figures of one usage report, by day.
sealed interface UsageReport {

  /// @param day of the report, where it is of a single one
  /// @param csv the answer; RFC 4180 with a header
  void take(LocalDate day, String csv, Consumer<String> problems);

  /// Whether it has all these days.
  boolean covers(Collection<LocalDate> days);

  /// Of days that it covers.
  double total(Collection<LocalDate> days);

  /// From when to when it goes, in words.
  String reach();

  /// A report with a row for each day.
  record OfDays(Figure figure, SortedMap<LocalDate, Double> sums) implements UsageReport {
    private static final String DAY = "Report Date";

    OfDays(Figure figure) {
      this(figure, new TreeMap<>());
    }

    @Override
    public void take(LocalDate day, String csv, Consumer<String> problems) {
      for (var row : Row.all(figure, csv, problems)) {
        row.date(DAY, problems)
            .ifPresent(date -> sums.merge(date, row.sum(figure, problems), Double::sum));
      }
    }

    @Override
    public boolean covers(Collection<LocalDate> days) {
      return sums.keySet().containsAll(days);
    }

    @Override
    public double total(Collection<LocalDate> days) {
      return days.stream().mapToDouble(day -> sums.getOrDefault(day, 0.0)).sum();
    }

    @Override
    public String reach() {
      if (sums.isEmpty()) return figure.report() + " has no days yet";
      return "%s goes from %s to %s".formatted(figure.report(), sums.firstKey(), sums.lastKey());
    }
  }

  /// A report with a row for each user, asked for day by day. How many users did something on any
  /// of some days; whoever did on two of them counts once.
  ///
  /// @param active hashes of their names
  record OfUsers(Figure figure, SortedMap<LocalDate, Set<String>> active) implements UsageReport {
    private static final String USER = "User Principal Name";

    OfUsers(Figure figure) {
      this(figure, new TreeMap<>());
    }

    @Override
    public void take(LocalDate day, String csv, Consumer<String> problems) {
      var users = active.computeIfAbsent(day, _ -> new HashSet<>());
      for (var row : Row.all(figure, csv, problems)) {
        if (row.sum(figure, problems) > 0) {
          row.text(USER, problems).map(OfUsers::hash).ifPresent(users::add);
        }
      }
    }

    private static String hash(String name) {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(digest);
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }

    @Override
    public boolean covers(Collection<LocalDate> days) {
      return active.keySet().containsAll(days);
    }

    @Override
    public double total(Collection<LocalDate> days) {
      return days.stream()
          .flatMap(day -> active.getOrDefault(day, Set.of()).stream())
          .distinct()
          .count();
    }

    @Override
    public String reach() {
      if (active.isEmpty()) {
        return figure.report() + " can be asked for the last 30 days, two days later";
      }
      return "%s goes from %s to %s"
          .formatted(figure.report(), active.firstKey(), active.lastKey());
    }
  }

  /// A row of a report.
  record Row(String place, Map<String, Object> cells) {

    /// The rows of an answer that has the columns of a figure; none when a problem was told.
    static List<Row> all(Figure figure, String csv, Consumer<String> problems) {
      var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
      var header = header(text.lines().findFirst().orElse(""));
      for (var column : figure.columns()) {
        if (header.stream().map(Row::word).anyMatch(word(column)::equals)) continue;
        problems.accept(
            "%s has no column '%s'; %s"
                .formatted(figure.report(), column, Nearest.hint(column, header)));
        return List.of();
      }
      return new CsvText(text, figure.report() + ", ", problems)
          .lines().stream().map(line -> new Row(line.place(), words(line.cells()))).toList();
    }

    private static List<String> header(String line) {
      return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }

    private static Map<String, Object> words(Map<String, Object> cells) {
      var words = new TreeMap<String, Object>();
      cells.forEach((name, value) -> words.put(word(name), value));
      return words;
    }

    private static String word(String column) {
      return column.strip().toLowerCase(Locale.ROOT);
    }

    /// What its columns add up to; an empty cell is 0.
    double sum(Figure figure, Consumer<String> problems) {
      return figure.columns().stream().mapToDouble(column -> number(column, problems)).sum();
    }

    private double number(String column, Consumer<String> problems) {
      var cell = cells.get(word(column));
      if (cell == null) return 0;
      try {
        return Double.parseDouble(cell.toString());
      } catch (NumberFormatException _) {
        problems.accept("%s, column %s: is '%s'; expected a number".formatted(place, column, cell));
        return 0;
      }
    }

    Optional<LocalDate> date(String column, Consumer<String> problems) {
      var text = text(column, problems);
      try {
        return text.map(LocalDate::parse);
      } catch (DateTimeException _) {
        problems.accept(
            "%s, column %s: is '%s'; expected a date such as 2026-01-31"
                .formatted(place, column, text.orElse("")));
        return Optional.empty();
      }
    }

    Optional<String> text(String column, Consumer<String> problems) {
      var cell = Optional.ofNullable(cells.get(word(column))).map(Object::toString);
      if (cell.isEmpty()) problems.accept("%s, column %s: is missing".formatted(place, column));
      return cell;
    }
  }
}
