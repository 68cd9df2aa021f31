package outturn.http.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.http.change.ChangeJson;
import outturn.http.measure.MeasureJson;
import outturn.http.measure.QualityJson;
import outturn.outcome.position.Before;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.position.Since;
import outturn.outcome.shift.Shift;
import outturn.outcome.words.OutcomeSentences;
import outturn.runtime.project.InForce;

/// Outcomes and where they stand, as JSON.
final class OutcomeJson {
  private OutcomeJson() {}

  private record Baseline(
      LocalDate from, LocalDate to, int n, double mean, Instant frozenAt, String hash) {}

  private record Target(double value, LocalDate by, Optional<Outcome.Sustain> sustain) {}

  private record Followed(String change, LocalDate date, int n, double mean) {}

  /// As lists have it: without charts and levers.
  static Map<String, @Nullable Object> brief(InForce.Entry<OutcomePosition> entry) {
    var position = entry.value();
    var outcome = position.outcome();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", entry.name());
    json.put("title", outcome.about().title());
    json.put("project", entry.project());
    json.put("owner", outcome.about().owner());
    json.put("objective", outcome.about().objective().orElse(null));
    json.put("statement", outcome.statement());
    json.put("sentence", OutcomeSentences.whole(position));
    json.put("measures", position.measures().stream().map(OutcomeJson::measure).toList());
    json.put("asOf", position.asOf());
    return json;
  }

  /// @param shifts by the measure's name
  static Map<String, @Nullable Object> whole(
      InForce.Entry<OutcomePosition> entry, Map<String, List<Shift>> shifts) {
    var json = brief(entry);
    json.put(
        "measures",
        entry.value().measures().stream().map(position -> charted(position, shifts)).toList());
    json.put("levers", entry.value().levers().stream().map(OutcomeJson::lever).toList());
    json.put("changes", entry.value().changes().stream().map(ChartJson::dated).toList());
    return json;
  }

  /// @param shifts by the measure's name
  static Map<String, @Nullable Object> charted(
      Position position, Map<String, List<Shift>> shifts) {
    var json = measure(position);
    json.put("shifts", ChangeJson.of(shifts.getOrDefault(position.measure().name(), List.of())));
    json.put("chart", ChartJson.of(position));
    return json;
  }

  private static Map<String, @Nullable Object> measure(Position position) {
    var measure = position.measure();
    var standing = position.standing();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("measure", measure.name());
    json.put("title", measure.about().title());
    json.put("unit", measure.quantity().unit().orElse(null));
    json.put("better", MeasureJson.better(measure));
    json.put("cadence", MeasureJson.cadence(measure));
    json.put("baseline", standing.baseline().map(OutcomeJson::baseline).orElse(null));
    json.put(
        "target",
        position
            .goal()
            .target()
            .map(target -> new Target(target.value(), target.by(), target.sustain()))
            .orElse(null));
    json.put("latest", standing.latest().map(MeasureJson::value).orElse(null));
    json.put("since", standing.since().map(OutcomeJson::followed).orElse(null));
    json.put("planned", standing.planned().isPresent() ? standing.planned().getAsDouble() : null);
    json.put("quality", QualityJson.brief(position.quality()));
    json.put("signals", position.signals());
    json.put("warnings", position.warnings());
    return json;
  }

  private static Baseline baseline(Before before) {
    return new Baseline(
        before.from(), before.to(), before.n(), before.mean(), before.frozenAt(), before.hash());
  }

  private static Followed followed(Since since) {
    return new Followed(since.change().name(), since.change().date(), since.n(), since.mean());
  }

  private static Map<String, @Nullable Object> lever(LeverStart start) {
    var lever = start.lever();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", lever.name());
    json.put("title", lever.about().title());
    json.put("element", lever.about().element().name().toLowerCase(Locale.ROOT));
    json.put("owner", lever.about().owner().orElse(null));
    json.put("date", start.date().orElse(null));
    json.put("moves", lever.moves());
    json.put("effect", lever.effect());
    json.put("because", lever.because());
    return json;
  }
}
