package outturn.outcome.step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Goal;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;

/// What is agreed to of an outcome: its statement, its measures with their baselines, and its
/// targets, as lines of text. Titles, levers and comments may change without a new agreement.
public record Terms(String text) {

  public static Terms of(OutcomePosition position) {
    var lines = new StringJoiner("\n", "", "\n");
    var outcome = position.outcome();
    lines.add("outcome " + outcome.name());
    lines.add("who " + line(outcome.statement().who()));
    lines.add("what " + line(outcome.statement().what()));
    lines.add("so that " + line(outcome.statement().soThat()));
    for (var each : position.measures()) add(lines, each);
    return new Terms(lines.toString());
  }

  private static void add(StringJoiner lines, Position position) {
    var measure = position.measure();
    var quantity = measure.quantity();
    lines.add(
        "measure %s, %s in %s, %s is better, %s"
            .formatted(
                measure.name(),
                quantity.type(),
                line(quantity.unit().orElse("no unit")),
                better(quantity.better()),
                measure.rhythm().cadence()));
    add(lines, measure, position.goal());
  }

  private static void add(StringJoiner lines, Measure measure, Goal goal) {
    goal.baseline()
        .ifPresent(days ->
            lines.add("baseline %s %s to %s".formatted(measure.name(), days.from(), days.to())));
    goal.target()
        .ifPresent(target ->
            lines.add(
                "target %s %s by %s%s"
                    .formatted(measure.name(), target.value(), target.by(), sustain(target))));
  }

  private static String sustain(Outcome.Target target) {
    return target
        .sustain()
        .map(rule -> ", in %d of %d periods".formatted(rule.periods(), rule.of()))
        .orElse("");
  }

  private static String better(Better better) {
    return switch (better) {
      case Better.Higher() -> "higher";
      case Better.Lower() -> "lower";
      case Better.Within(var low, var high) -> "%s to %s".formatted(low, high);
    };
  }

  /// One line, so that no text can be taken for another line.
  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// SHA-256 of the text, in hexadecimal.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
