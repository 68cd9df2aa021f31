package outturn.outcome.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.outcome.Analysis;
import outturn.definition.outcome.Outcome;
import outturn.outcome.words.Titles;

/// Activity traps: work that leads to no outcome.
final class ActivityChecks {
  private final ValueChain chain;
  private final Sources sources;
  private final Set<String> asked;
  private final List<Finding> findings = new ArrayList<>();

  private ActivityChecks(ValueChain chain, Sources sources) {
    this.chain = chain;
    this.sources = sources;
    this.asked = sources.asked();
  }

  static List<Finding> of(ValueChain chain, Sources sources) {
    var checks = new ActivityChecks(chain, sources);
    sources.outcomes().forEach(checks::levers);
    chain.of(Kind.OUTPUT).forEach(checks::output);
    checks.changes();
    return checks.findings;
  }

  private void levers(Outcome outcome) {
    for (var lever : outcome.levers()) {
      if (asked.contains(lever.moves())) continue;
      findings.add(
          Finding.fail(
              "ACT-1",
              "The lever %s moves %s, which no outcome asks for."
                  .formatted(Titles.inside(lever.about().title()), lever.moves()),
              "Ask for that measure under measures: of %s, or leave the lever out."
                  .formatted(outcome.name()),
              List.of(Kind.LEVER.id(outcome.name() + "/" + lever.name()))));
    }
  }

  private void output(Node output) {
    if (!chain.from(output.id()).isEmpty()) return;
    findings.add(
        Finding.warn(
            "ACT-2",
            "The output %s of %s serves no outcome."
                .formatted(Titles.inside(output.title()), Titles.inside(output.note())),
            "Say under serves: which outcome it is for, or stop making it.",
            List.of(output.id())));
  }

  private void changes() {
    var named =
        sources.outcomes().stream().flatMap(ActivityChecks::changesOf).collect(Collectors.toSet());
    for (var change : sources.changes()) {
      if (!isWork(change.type()) || named.contains(change.name())) continue;
      if (change.affects().stream().anyMatch(asked::contains)) continue;
      findings.add(
          Finding.warn(
              "ACT-3",
              "The change %s (%s, %s) starts no lever and affects no measure that an outcome asks for."
                  .formatted(Titles.inside(change.title()), change.type().word(), change.date()),
              "Name it under change: of a lever, or under affects: the measure that it is to move.",
              List.of()));
    }
  }

  private static Stream<String> changesOf(Outcome outcome) {
    return Stream.concat(
        outcome.levers().stream().flatMap(lever -> lever.start().change().stream()),
        outcome.appraisal().analysis().map(Analysis::intervention).stream());
  }

  /// Whether somebody does it for an effect.
  private static boolean isWork(Change.Type type) {
    return switch (type) {
      case GO_LIVE, TRAINING, POLICY, ORGANISATION -> true;
      case OUTAGE, HOLIDAY, DEFINITION, RELEASE -> false;
    };
  }
}
