package outturn.outcome.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import outturn.evidence.survey.Population;
import outturn.evidence.survey.Wilson;

/// Statements that people have labelled, and how the rules do on them.
final class StatementSets {
  private StatementSets() {}

  /// @param label `outcome`, `output`, `it-speak` or `vague`
  record Labelled(String statement, String label) {
    boolean isOutcome() {
      return label.equals("outcome");
    }
  }

  /// How many statements that are no outcomes were found, how many that are were taken for none.
  record Score(int bad, int found, int wronglyFound) {
    double recall() {
      return (double) found / bad;
    }

    double precision() {
      return (double) found / (found + wronglyFound);
    }
  }

  static List<Labelled> read(String name) {
    return lines("/statements/" + name).skip(1).map(StatementSets::labelled).toList();
  }

  static Score score(List<Labelled> set) {
    var check = new StatementCheck(Organisation.UNKNOWN);
    var bad = (int) set.stream().filter(each -> !each.isOutcome()).count();
    var found = 0;
    var wrongly = 0;
    for (var each : set) {
      if (check.of(each.statement()).kind() == Advice.Kind.OUTCOME) continue;
      if (each.isOutcome()) {
        wrongly++;
      } else {
        found++;
      }
    }
    return new Score(bad, found, wrongly);
  }

  /// How often a rule had something to say, and how many of these statements are no outcomes.
  record Finds(String rule, int all, int right) {
    /// A row of the table in `docs/evidence.md`, with the Wilson interval at 95 %.
    String row() {
      var wilson = Wilson.of(right, all, Population.large(), .95).result().orElseThrow();
      var interval = wilson.estimate().interval();
      return String.format(
          Locale.ROOT,
          "| `%s` | %d of %d (%.0f to %.0f %%) |",
          rule,
          right,
          all,
          100 * interval.lower(),
          100 * interval.upper());
    }
  }

  /// By rule, in the order of their names; rules that found nothing are left out.
  static List<Finds> byRule(List<Labelled> set) {
    var check = new StatementCheck(Organisation.UNKNOWN);
    var found = new TreeMap<String, List<Boolean>>();
    for (var each : set) {
      check.of(each.statement()).findings().stream()
          .map(Finding::rule)
          .distinct()
          .forEach(
              rule -> found.computeIfAbsent(rule, _ -> new ArrayList<>()).add(!each.isOutcome()));
    }
    return found.entrySet().stream()
        .map(each ->
            new Finds(
                each.getKey(),
                each.getValue().size(),
                (int) each.getValue().stream().filter(right -> right).count()))
        .toList();
  }

  private static Stream<String> lines(String resource) {
    try (var in = Objects.requireNonNull(StatementSets.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8).lines();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Labelled labelled(String line) {
    var quoted = line.startsWith("\"");
    var end = quoted ? line.indexOf("\",") + 1 : line.indexOf(',');
    var statement = line.substring(quoted ? 1 : 0, quoted ? end - 1 : end);
    return new Labelled(statement, line.substring(end + 1).split(",", -1)[0]);
  }
}
