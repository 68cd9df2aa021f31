package outturn.outcome.impact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.StringJoiner;
import outturn.evidence.series.Series;

/// Every observation that a study reads, as text: kind, name, first day and value on one line, in
/// that order.
final class Snapshot {
  private final StringJoiner lines = new StringJoiner("\n", "", "\n");
  private final Grid grid;

  private Snapshot(Grid grid) {
    this.grid = grid;
  }

  static String of(Study study, Grid grid) {
    var snapshot = new Snapshot(grid);
    snapshot.add("measure", study.position().measure().name(), grid.values());
    study.beside().controls().stream()
        .sorted(Comparator.comparing(each -> each.measure().name()))
        .forEach(each -> snapshot.add("control", each.measure().name(), each.values()));
    study.beside().segments().forEach((name, values) -> snapshot.add("segment", name, values));
    study.beside().adopted().values().stream()
        .sorted(Comparator.comparing(each -> each.measure().name()))
        .forEach(each -> snapshot.add("adoption", each.measure().name(), each.values()));
    return snapshot.lines.toString();
  }

  /// SHA-256 of a text, in hexadecimal.
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void add(String kind, String name, Series values) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.isMissing(i)) line(kind, name, grid.periods().get(i), values.value(i));
    }
  }

  private void add(String kind, String name, SortedMap<LocalDate, Double> values) {
    values.forEach((period, value) -> {
      if (!period.isAfter(grid.last())) line(kind, name, period, value);
    });
  }

  private void line(String kind, String name, LocalDate period, double value) {
    lines.add("%s %s %s %s".formatted(kind, name, period, value));
  }
}
