package outturn.http.forecast;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.run.RunId;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.forecast.Comparing;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.forecast.PostMortems;
import outturn.runtime.hold.Hold;
import outturn.store.forecast.Predictions;
import outturn.store.run.RunEntry;
import outturn.store.run.RunReader;

/// How runs are expected to end, what would be otherwise, and why deadlines were kept or missed.
public final class ForecastRoutes {
  private static final int MOST = 1_000;
  private static final int USUAL = 200;

  private final Foresight foresight;
  private final Predictions predictions;
  private final PostMortems postMortems;
  private final RunReader runs;
  private final KnownNames names;
  private final Hold hold;
  private final InstantSource clock;

  public ForecastRoutes(
      Foresight foresight,
      Predictions predictions,
      PostMortems postMortems,
      RunReader runs,
      KnownNames names,
      Hold hold,
      InstantSource clock) {
    this.foresight = foresight;
    this.predictions = predictions;
    this.postMortems = postMortems;
    this.runs = runs;
    this.names = names;
    this.hold = hold;
    this.clock = clock;
  }

  /// @param leftOut deadlines beyond the limit
  private record Lines(Instant asOf, List<Map<String, Object>> items, int leftOut) {}

  /// The deadlines of runs that live or are to come, the one that is promised first at the top.
  public Answer list(Call call) {
    call.allow("workflow", "project", "below", "limit");
    var workflow = call.query("workflow");
    var project = call.query("project");
    workflow.ifPresent(names::workflow);
    project.ifPresent(names::project);
    double below = call.whole("below", 0, 100).orElse(101) / 100.0;
    int limit = call.whole("limit", 1, MOST).orElse(USUAL);
    var all =
        foresight.all().values().stream()
            .filter(each -> workflow.map(each.subject().workflow()::equals).orElse(true))
            .filter(each -> project.map(each.subject().project()::equals).orElse(true))
            .flatMap(ForecastRoutes::promised)
            .filter(each -> each.deadline().chance() < below)
            .sorted(
                Comparator.comparing((Promised each) -> each.deadline().promise().due())
                    .thenComparing(each -> each.of().subject().workflow()))
            .toList();
    var shown =
        all.stream()
            .limit(limit)
            .map(each -> ForecastJson.line(each.of(), each.deadline()))
            .toList();
    return Answer.json(new Lines(clock.instant(), shown, all.size() - shown.size()));
  }

  private record Promised(Foreseen of, DeadlineForecast deadline) {}

  private static Stream<Promised> promised(Foreseen foreseen) {
    return foreseen.forecast().deadlines().stream()
        .map(deadline -> new Promised(foreseen, deadline));
  }

  public Answer ofRun(Call call) {
    call.allow();
    var run = call.run();
    var found = foresight.of(run);
    var entry = runs.entry(run).orElseThrow(() -> none(run).refused());
    return Answer.json(
        new ForecastJson.OfRun(
            found.map(ForecastJson::now),
            found.isPresent() ? Optional.empty() : Optional.of(absent(entry)),
            predictions.of(run).stream().map(ForecastJson::before).toList(),
            predictions.warnings(run).stream().map(ForecastJson::warned).toList()));
  }

  /// Why nothing is foreseen of a run.
  private String absent(RunEntry run) {
    if (run.row().state().ended()) return "over";
    if (!names.promises(run.row().order().workflow())) return "no-deadlines";
    return hold.held() ? "held" : "not-yet";
  }

  private static Problem none(RunId run) {
    return Problem.of(Code.NOT_FOUND, "there is no run %s".formatted(run));
  }

  /// @param timezone of the workflow; null where it promises nothing
  private record All(Optional<ZoneId> timezone, List<Map<String, Object>> items) {}

  public Answer postMortem(Call call) {
    call.allow();
    var told = postMortems.of(call.run()).orElseThrow(() -> none(call.run()).refused());
    var zone = told.stream().map(each -> each.subject().zone()).findFirst();
    return Answer.json(new All(zone, told.stream().map(PostMortemJson::of).toList()));
  }

  /// @param same deadlines that would not change
  private record Compared(Instant asOf, List<ForecastJson.Changed> items, int same) {}

  public Answer whatIf(Call call) {
    var comparing = new Comparing(foresight);
    var wish = SupposedReader.read(call);
    comparing.missing(wish).ifPresent(ForecastRoutes::refuse);
    var compared = comparing.with(wish);
    var apart = wish.others().stream().filter(each -> compared.unknown().contains(each.what()));
    names.missing(apart).ifPresent(ForecastRoutes::refuse);
    compared.unknown().stream()
        .sorted()
        .findFirst()
        .map(ForecastRoutes::noPart)
        .ifPresent(ForecastRoutes::refuse);
    var items = compared.changed().stream().map(ForecastJson::changed).toList();
    return Answer.json(new Compared(clock.instant(), items, compared.same()));
  }

  private static String noPart(String what) {
    var told = what.startsWith("holiday ") ? "; 'outturn ahead --holiday' tells of other days" : "";
    return ("%s has no part in any forecast: forecasts are of runs of the next 24 hours with"
            + " deadlines, and of what these wait for%s")
        .formatted(what, told);
  }

  private static void refuse(String why) {
    throw Problem.of(Code.INVALID_INPUT, why).refused();
  }
}
