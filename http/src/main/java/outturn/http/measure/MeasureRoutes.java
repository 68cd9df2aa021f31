package outturn.http.measure;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import outturn.definition.text.Nearest;
import outturn.http.identity.AuditLog;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.measure.Entered;
import outturn.runtime.measure.Known;
import outturn.runtime.measure.Measures;
import outturn.runtime.measure.Reading;
import outturn.runtime.measure.Selection;

/// Measures, what was observed of them, and what people enter.
public final class MeasureRoutes {
  private static final String CSV = "text/csv";

  private final Measures measures;
  private final AuditLog audit;
  private final InstantSource clock;

  public MeasureRoutes(Measures measures, AuditLog audit, InstantSource clock) {
    this.measures = measures;
    this.audit = audit;
    this.clock = clock;
  }

  public Answer list(Call call) {
    call.allow("limit", "after");
    return Answer.json(
        Page.of(measures.all(), (Known known) -> known.measure().name(), call)
            .map(MeasureJson::of));
  }

  public Answer show(Call call) {
    call.allow();
    return Answer.json(MeasureJson.of(find(call)));
  }

  private Known find(Call call) {
    return measures.find(call.path("name")).orElseThrow(() -> unknown(call.path("name")));
  }

  private Refused unknown(String name) {
    var names = measures.all().stream().map(known -> known.measure().name()).toList();
    return Problem.of(
            Code.NOT_FOUND, "no measure '%s'; %s".formatted(name, Nearest.hint(name, names)))
        .refused();
  }

  public Answer observations(Call call) {
    if (wantsCsv(call)) return csv(call);
    call.allow("segment", "from", "to", "asOf", "history", "limit", "after");
    find(call);
    var readings = measures.observations(call.path("name"), selection(call));
    return Answer.json(Page.of(readings, MeasureRoutes::key, call).map(MeasureJson::of));
  }

  private static boolean wantsCsv(Call call) {
    return call.header("Accept").filter(types -> types.contains(CSV)).isPresent();
  }

  /// Every revision of all segments, or of one, as a file.
  private Answer csv(Call call) {
    call.allow("segment", "from", "to", "asOf");
    var name = call.path("name");
    return measures
        .csv(name, call.query("segment"), selection(call))
        .map(text ->
            (Answer)
                new Answer.Whole(
                    200,
                    CSV + "; charset=utf-8; header=present",
                    text.getBytes(StandardCharsets.UTF_8),
                    Map.of(
                        "Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name))))
        .orElseThrow(() -> unknown(name));
  }

  public Answer quality(Call call) {
    call.allow("asOf");
    var measure = find(call).measure().value();
    var quality =
        measures
            .quality(measure.name(), call.instant("asOf").orElseGet(clock::instant))
            .orElseThrow(() -> unknown(measure.name()));
    return Answer.json(QualityJson.whole(measure, quality));
  }

  private Selection selection(Call call) {
    var selection =
        Selection.latest(call.instant("asOf").orElseGet(clock::instant))
            .segment(call.query("segment").orElse(""))
            .revisions(
                call.isTrue("history") ? Selection.Revisions.ALL : Selection.Revisions.LATEST);
    var since = call.date("from").map(selection::from).orElse(selection);
    return call.date("to").map(since::to).orElse(since);
  }

  /// In the order in which observations are listed.
  private static String key(Reading reading) {
    var recorded = reading.recorded();
    return "%s/%06d".formatted(recorded.observation().period(), recorded.revision());
  }

  private record Counts(int added, int revised, int unchanged) {}

  public Answer observe(Call call) {
    call.allow();
    var name = call.path("name");
    boolean csv = call.header("Content-Type").filter(type -> type.startsWith(CSV)).isPresent();
    var entered =
        csv
            ? measures.observeCsv(
                name, new String(call.body(), StandardCharsets.UTF_8), call.user())
            : measures.observe(name, GivenJson.list(call.json("observations")), call.user());
    return switch (entered) {
      case Entered.NoSuchMeasure() -> throw unknown(name);
      case Entered.Refused(var problems) ->
          Problem.of(
                  Code.INVALID_INPUT,
                  "none of the observations was recorded: " + problems.getFirst())
              .with("problems", problems)
              .answer();
      case Entered.Done(var counts) -> {
        var told = new Counts(counts.added(), counts.revised(), counts.unchanged());
        audit.done(
            call.user(),
            "measure observe",
            name,
            Map.of("added", told.added(), "revised", told.revised()));
        yield Answer.json(told);
      }
    };
  }
}
