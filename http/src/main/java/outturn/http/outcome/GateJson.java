package outturn.http.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.outcome.gauge.Gauge;
import outturn.outcome.shift.Shift;
import outturn.outcome.step.Agreed;
import outturn.outcome.step.Check;
import outturn.outcome.step.Gate;
import outturn.outcome.step.Step;
import outturn.outcome.step.Steps;
import outturn.outcome.words.OutcomeSentences;
import outturn.runtime.project.InForce;

/// The gates of an outcome, as JSON.
final class GateJson {
  private GateJson() {}

  record Agreement(
      int version, String who, Instant at, String hash, String comment, boolean stands) {}

  private record Gauged(List<String> outputs, List<String> measures, List<Told> lines) {}

  private record Told(String kind, String verdict, String text, List<String> names) {}

  private record Passed(String step, boolean passed, List<Asked> checks) {}

  private record Asked(String id, String verdict, String text, String todo, Subject about) {}

  private record Subject(String kind, String name) {}

  private record Question(String measure, LocalDate period, String text) {}

  /// @param shifts of its measures
  static Map<String, @Nullable Object> of(InForce.Entry<Steps> entry, List<Shift> shifts) {
    var steps = entry.value();
    var about = steps.about();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", entry.name());
    json.put("title", about.position().outcome().about().title());
    json.put("project", entry.project());
    json.put("statement", OutcomeSentences.statement(about.position()));
    json.put("step", steps.standing().map(Step::word).orElse(null));
    json.put("sentence", steps.sentence());
    json.put("hash", about.terms().hash());
    json.put(
        "agreements", about.agreements().stream().map(each -> of(each, about.standing())).toList());
    json.put("steps", steps.gates().stream().map(GateJson::passed).toList());
    json.put("questions", shifts.stream().filter(Shift::isAsked).map(GateJson::question).toList());
    return json;
  }

  private static Question question(Shift shift) {
    return new Question(shift.measure().name(), shift.from(), shift.sentence());
  }

  static Object of(Gauge gauge) {
    return new Gauged(
        gauge.outputs(),
        gauge.measures(),
        gauge.lines().stream()
            .map(line ->
                new Told(line.kind().word(), line.verdict().word(), line.text(), line.names()))
            .toList());
  }

  /// @param standing the one that holds
  static Agreement of(Agreed agreed, Optional<Agreed> standing) {
    return new Agreement(
        agreed.version(),
        agreed.who(),
        agreed.at(),
        agreed.hash(),
        agreed.comment(),
        standing.filter(each -> each.hash().equals(agreed.hash())).isPresent());
  }

  private static Passed passed(Gate gate) {
    return new Passed(
        gate.step().word(), gate.isPassed(), gate.checks().stream().map(GateJson::asked).toList());
  }

  private static Asked asked(Check check) {
    return new Asked(
        check.id(),
        check.verdict().word(),
        check.text(),
        check.todo(),
        new Subject(check.about().kind().word(), check.about().name()));
  }
}
