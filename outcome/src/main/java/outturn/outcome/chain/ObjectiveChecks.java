package outturn.outcome.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Outcome;
import outturn.definition.text.Nearest;
import outturn.outcome.words.Titles;

/// Objectives that nobody has defined where others are, and those that no outcome serves.
final class ObjectiveChecks {
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();

  private ObjectiveChecks(Sources sources) {
    this.sources = sources;
  }

  static List<Finding> of(Sources sources) {
    if (sources.objectives().isEmpty()) return List.of();
    var checks = new ObjectiveChecks(sources);
    checks.undefined();
    checks.unserved();
    return checks.findings;
  }

  private void undefined() {
    var known =
        Stream.concat(
                sources.objectives().stream().map(Objective::name),
                sources.outcomes().stream().map(Outcome::name))
            .toList();
    for (var outcome : sources.outcomes()) {
      var name = outcome.about().objective().filter(each -> !known.contains(each));
      if (name.isEmpty()) continue;
      findings.add(
          Finding.warn(
              "OBJ-2",
              "%s serves %s, which is no objective in force."
                  .formatted(
                      Titles.first(Titles.inside(outcome.about().title())),
                      Titles.inside(name.get())),
              "Name one under objective:, or define %s. %s"
                  .formatted(name.get(), hint(name.get(), known))
                  .strip(),
              List.of(Kind.OBJECTIVE.id(name.get()), Kind.OUTCOME.id(outcome.name()))));
    }
  }

  private static String hint(String name, List<String> known) {
    return Nearest.to(name, known).map("Perhaps %s is meant."::formatted).orElse("");
  }

  private void unserved() {
    var served = served();
    for (var objective : sources.objectives()) {
      if (served.contains(objective.name())) continue;
      findings.add(
          Finding.warn(
              "OBJ-3",
              "No outcome serves the objective %s.".formatted(Titles.inside(objective.title())),
              "Name it under objective: of an outcome, or say what will serve it.",
              List.of(Kind.OBJECTIVE.id(objective.name()))));
    }
  }

  private Set<String> served() {
    return sources.outcomes().stream()
        .flatMap(each -> each.about().objective().stream())
        .collect(Collectors.toSet());
  }
}
