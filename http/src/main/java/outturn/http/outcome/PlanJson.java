package outturn.http.outcome;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.attainment.Update;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Answer.Found;
import outturn.evidence.estimate.Answer.Refused;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Warning;
import outturn.evidence.quantity.Spread;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.confirm.Supposed;
import outturn.outcome.period.Periods;
import outturn.outcome.position.Position;
import outturn.outcome.words.OutcomeSentences;
import outturn.outcome.words.PlanSentences;
import outturn.runtime.outcome.Plans.Planned;
import outturn.store.outcome.AcceptedForecast;

/// Forecasts of plans as JSON.
final class PlanJson {
  private PlanJson() {}

  private record Chance(double estimate, double lower, double upper) {
    static Chance of(Estimate estimate) {
      var interval = estimate.interval();
      return new Chance(estimate.value(), interval.lower(), interval.upper());
    }
  }

  private record Point(LocalDate period, double p10, double p50, double p90) {}

  private record Decides(String name, String kind, double correlation) {}

  private record Missed(String reason, String text) {}

  static Map<String, @Nullable Object> of(Planned planned) {
    var outcome = planned.outcome();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", outcome.name());
    json.put("title", outcome.value().outcome().about().title());
    json.put("statement", OutcomeSentences.statement(outcome.value()));
    json.put(
        "measures",
        outcome.value().measures().stream().map(each -> measure(planned, each)).toList());
    json.put("asOf", outcome.value().asOf());
    return json;
  }

  private static Map<String, @Nullable Object> measure(Planned planned, Position position) {
    var measure = position.measure();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("measure", measure.name());
    json.put("title", measure.about().title());
    json.put("unit", measure.quantity().unit().orElse(null));
    switch (planned.forecast(position)) {
      case Found<PlanForecast>(var forecast) -> {
        json.put("refusal", null);
        json.put("sentences", PlanSentences.of(planned.outcome().value(), position, forecast));
        json.put("forecast", forecast(position, forecast));
      }
      case Refused<PlanForecast>(var why) -> {
        json.put("refusal", new Missed(why.reason().word(), why.text()));
        json.put("sentences", List.of());
        json.put("forecast", null);
      }
    }
    return json;
  }

  static Map<String, @Nullable Object> of(AcceptedForecast accepted) {
    var promise = accepted.promise();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("measure", accepted.measure());
    json.put("version", accepted.version());
    json.put("due", promise.due());
    json.put("target", promise.target());
    json.put("observedTo", promise.observedTo().orElse(null));
    json.put("chance", promise.chance());
    json.put("at", accepted.at());
    json.put("by", accepted.by());
    json.put("reason", accepted.reason());
    return json;
  }

  /// What is told of a forecast, and kept when somebody accepts it.
  static Map<String, @Nullable Object> forecast(Position position, PlanForecast forecast) {
    var now = forecast.now();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("target", position.goal().target().orElse(null));
    json.put("attained", Chance.of(now.attained()));
    json.put("withoutPeople", Chance.of(now.withoutPeople()));
    json.put("threeMonthsLater", forecast.later().map(Chance::of).orElse(null));
    json.put(
        "before",
        forecast.update().map(Update::before).map(f -> Chance.of(f.attained())).orElse(null));
    json.put("missing", forecast.missing().stream().map(PlanJson::word).toList());
    json.put("expectedChange", forecast.expectedChange());
    json.put("detectable", forecast.detectable().map(each -> each.step()).orElse(null));
    json.put("points", points(position, forecast.first(), now.path()));
    json.put(
        "drivers",
        forecast.drivers().stream()
            .map(each -> new Decides(each.name(), word(each.kind()), each.correlation()))
            .toList());
    json.put("warnings", forecast.warnings().stream().map(Warning::text).toList());
    json.put("draws", now.grounds().n());
    json.put("seed", now.grounds().seed().orElse(0));
    return json;
  }

  /// A measure's plan under a supposition, beside the plan as it is.
  static Map<String, @Nullable Object> supposed(Position position, Answer<Supposed> answer) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("measure", position.measure().name());
    switch (answer) {
      case Found<Supposed>(var both) -> {
        json.put("refusal", null);
        json.put("planned", Chance.of(both.planned().attained()));
        json.put("supposed", Chance.of(both.then().attained()));
        json.put("missing", both.missing().stream().map(PlanJson::word).toList());
        json.put("points", points(position, both.first(), both.then().path()));
        json.put("draws", both.then().grounds().n());
      }
      case Refused<Supposed>(var why) -> {
        json.put("refusal", new Missed(why.reason().word(), why.text()));
        json.put("planned", null);
        json.put("supposed", null);
        json.put("missing", List.of());
        json.put("points", List.of());
        json.put("draws", 0);
      }
    }
    return json;
  }

  private static List<Point> points(Position position, LocalDate first, List<Spread> path) {
    var periods = new Periods(position.measure().rhythm().cadence());
    return IntStream.range(0, path.size())
        .filter(each -> Double.isFinite(path.get(each).p50()))
        .mapToObj(each -> point(periods.plus(first, each), path.get(each)))
        .toList();
  }

  private static Point point(LocalDate period, Spread spread) {
    return new Point(period, spread.p10(), spread.p50(), spread.p90());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
