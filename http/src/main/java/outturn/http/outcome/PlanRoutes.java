package outturn.http.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.definition.outcome.Outcome.Target;
import outturn.definition.text.Nearest;
import outturn.evidence.estimate.Refusal;
import outturn.http.json.Json;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.confirm.PlanForecast;
import outturn.outcome.position.Latest;
import outturn.outcome.position.Position;
import outturn.runtime.outcome.Plans;
import outturn.runtime.outcome.Plans.Planned;
import outturn.runtime.project.InForce;
import outturn.store.outcome.AcceptedForecast.Promise;
import outturn.store.outcome.Forecasts;

/// What outcomes are likely to come to, and what people accepted of it.
public final class PlanRoutes {
  private final Plans plans;
  private final Forecasts forecasts;
  private final InForce inForce;
  private final InstantSource clock;

  public PlanRoutes(Plans plans, Forecasts forecasts, InForce inForce, InstantSource clock) {
    this.plans = plans;
    this.forecasts = forecasts;
    this.inForce = inForce;
    this.clock = clock;
  }

  private record Items(List<Map<String, @Nullable Object>> items) {}

  public Answer show(Call call) {
    call.allow("asOf");
    return Answer.json(PlanJson.of(find(call, call.instant("asOf").orElseGet(clock::instant))));
  }

  /// The fan of the outcome's first measure that can be forecast, or of the one that is named.
  public Answer chart(Call call) {
    call.allow("width", "height", "asOf", "standalone", "measure");
    var planned = find(call, call.instant("asOf").orElseGet(clock::instant));
    var size = ChartAnswer.size(call);
    var wanted = call.query("measure");
    return planned.outcome().value().measures().stream()
        .filter(each -> wanted.map(each.measure().name()::equals).orElse(true))
        .flatMap(each -> drawn(planned, each, size).stream())
        .findFirst()
        .map(drawing -> ChartAnswer.of(drawing, call))
        .orElseGet(() -> noChart(planned, wanted));
  }

  private static Optional<Drawing> drawn(Planned planned, Position position, Size size) {
    return planned
        .forecast(position)
        .result()
        .map(found -> PlanChart.of(planned.outcome().value(), position, found, size));
  }

  private static Answer noChart(Planned planned, Optional<String> wanted) {
    var names =
        planned.outcome().value().measures().stream().map(each -> each.measure().name()).toList();
    var unknown = wanted.filter(name -> !names.contains(name));
    var detail =
        unknown
            .map(name ->
                "outcome '%s' has no measure '%s'; %s"
                    .formatted(planned.outcome().name(), name, Nearest.hint(name, names)))
            .orElseGet(() ->
                "outcome '%s' cannot be forecast, so there is no chart. %s"
                    .formatted(planned.outcome().name(), why(planned)));
    return Problem.of(Code.NOT_FOUND, detail).answer();
  }

  /// Keeps the forecast of now: who accepts it has seen it.
  public Answer confirm(Call call) {
    call.allow();
    var reason = call.json("reason").find("reason").orElse("");
    if (reason.isBlank()) {
      return Problem.of(
              Code.INVALID_INPUT,
              "expected a reason: a text that says why this chance is good enough")
          .answer();
    }
    var planned = find(call, clock.instant());
    var promises = new LinkedHashMap<String, Promise>();
    for (var position : planned.outcome().value().measures()) {
      promise(planned, position)
          .ifPresent(promise -> promises.put(position.measure().name(), promise));
    }
    if (promises.isEmpty()) return nothing(planned);
    forecasts.accept(planned.outcome().name(), promises, call.user(), reason);
    return Answer.json(items(planned));
  }

  public Answer accepted(Call call) {
    call.allow();
    return Answer.json(items(find(call, clock.instant())));
  }

  private Items items(Planned planned) {
    var name = planned.outcome().name();
    return new Items(
        planned.outcome().value().measures().stream()
            .flatMap(each -> forecasts.history(name, each.measure().name()).stream())
            .map(PlanJson::of)
            .toList());
  }

  /// What has been decided already is no forecast.
  private static Optional<Promise> promise(Planned planned, Position position) {
    return planned
        .forecast(position)
        .result()
        .filter(found -> !found.isDecided())
        .flatMap(found -> position.goal().target().map(target -> promise(position, target, found)));
  }

  private static Promise promise(Position position, Target target, PlanForecast forecast) {
    return new Promise(
        target.by(),
        target.value(),
        position.standing().latest().map(Latest::period),
        forecast.now().attained().value(),
        Json.text(PlanJson.forecast(position, forecast)));
  }

  private static Answer nothing(Planned planned) {
    return Problem.of(
            Code.INVALID_INPUT,
            "outcome '%s' cannot be forecast, so there is nothing to accept. %s"
                .formatted(planned.outcome().name(), why(planned)))
        .answer();
  }

  private static String why(Planned planned) {
    return planned.forecasts().values().stream()
        .flatMap(each -> each.refusal().stream())
        .map(Refusal::text)
        .findFirst()
        .orElse("It has no measure, or the day of its target has come.");
  }

  private Planned find(Call call, Instant asOf) {
    var name = call.path("name");
    return plans.find(name, asOf).orElseThrow(() -> NoOutcome.named(name, inForce));
  }
}
