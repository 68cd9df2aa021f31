package outturn.outcome.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
