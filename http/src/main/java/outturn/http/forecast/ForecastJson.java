package outturn.http.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.engine.duration.Knowledge;
import outturn.engine.forecast.Because;
import outturn.engine.forecast.CourseForecast;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.forecast.Expected;
import outturn.engine.forecast.Link;
import outturn.engine.forecast.Slot;
import outturn.engine.forecast.TaskForecast;
import outturn.runtime.forecast.Comparing;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Subject;
import outturn.store.forecast.Prediction;
import outturn.store.forecast.Predictions;

/// Forecasts as JSON. Times are null where fewer draws than that end at all.
final class ForecastJson {
  private ForecastJson() {}

  /// @param run its id; null for one to come
  /// @param due when it was or is to begin
  record About(
      Optional<String> run,
      String project,
      String workflow,
      LocalDate businessDate,
      Instant due,
      ZoneId timezone) {}

  /// Browsers know no zone `Z`.
  private static ZoneId named(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
  }

  static About about(Subject subject) {
    return new About(
        subject.run().map(Object::toString),
        subject.project(),
        subject.workflow(),
        subject.businessDate(),
        subject.due(),
        named(subject.zone()));
  }

  /// @param p10 one draw in ten ends by then
  record End(Optional<Instant> p10, Optional<Instant> p50, Optional<Instant> p90) {}

  static End end(Expected expected) {
    return new End(expected.p10(), expected.p50(), expected.p90());
  }

  /// A deadline: `state` is `open`, `kept` or `missed`, `knowledge` what the figures rest on, in
  /// words.
  static Map<String, Object> line(Foreseen foreseen, DeadlineForecast deadline) {
    var line = new LinkedHashMap<String, Object>();
    line.put("about", about(foreseen.subject()));
    line.put("deadline", deadline.promise().name());
    line.put("task", deadline.promise().task());
    line.put("by", deadline.promise().due());
    line.put("state", state(foreseen, deadline));
    line.put("chance", deadline.chance());
    line.put("finish", end(deadline.finish()));
    line.put("enoughHistory", deadline.knowledge().isEnough());
    line.put("knowledge", knowledge(deadline.knowledge()));
    line.put("cause", foreseen.cause(deadline));
    return line;
  }

  private static String state(Foreseen foreseen, DeadlineForecast deadline) {
    var end = deadline.finish().p50();
    boolean over = end.filter(at -> !at.isAfter(foreseen.at())).isPresent();
    if (deadline.chance() == 1 && over) return "kept";
    boolean passed = deadline.promise().due().isBefore(foreseen.at());
    return passed ? "missed" : "open";
  }

  private static String knowledge(Knowledge knowledge) {
    return switch (knowledge) {
      case Knowledge.Own(var samples) when samples >= Knowledge.ENOUGH ->
          "history of %d runs".formatted(samples);
      case Knowledge.Own(var samples) -> "not enough history: %d runs".formatted(samples);
      case Knowledge.Borrowed(var from, var own) ->
          "not enough history (%d runs); %s stand in for it".formatted(own, from);
      case Knowledge.None _ -> "not enough history: the length is a guess";
    };
  }

  /// @param path tasks that may decide the promised end, the likeliest first
  /// @param chain what decides it in the draw nearest to the median, the end first
  record Promise(Map<String, Object> line, List<OnPath> path, List<Step> chain) {}

  record OnPath(String course, String task, double chance) {}

  /// @param because the kind of reason: `needs`, `pool`, `running` …
  /// @param of what: the task, pool, or run that is waited for; empty for others
  record Step(
      String course,
      String workflow,
      String task,
      Optional<Instant> begin,
      Optional<Instant> end,
      String because,
      String of) {}

  static Promise promise(Foreseen foreseen, DeadlineForecast deadline) {
    return new Promise(
        line(foreseen, deadline),
        deadline.path().stream()
            .map(each -> new OnPath(each.course(), each.task(), each.chance()))
            .toList(),
        deadline.chain().stream().map(ForecastJson::step).toList());
  }

  private static Step step(Link link) {
    var kind = link.because().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return new Step(
        link.course(), link.workflow(), link.task(), link.begin(), link.end(), kind, of(link));
  }

  private static String of(Link link) {
    return switch (link.because()) {
      case Because.Needs(var task) -> task;
      case Because.Pool(var pool, _, var workflow, var task) ->
          task.isEmpty()
              ? pool(pool)
              : "%s, held by %s of %s".formatted(pool(pool), task, workflow);
      case Because.Opens(var pool, var why) -> "%s: %s".formatted(pool(pool), why);
      case Because.Turn(_, var workflow) -> workflow;
      case Because.Depends(_, var workflow) -> workflow;
      case Because.Time(_, var why) -> why;
      case Because.Person(var what) -> what;
      case Because.Never(var why) -> why;
      case Because.Retry(var attempt) -> "attempt " + attempt;
      case Because.Start _, Because.Running _ -> "";
    };
  }

  private static String pool(String pool) {
    return Slot.is(pool) ? Slot.words(pool) : pool;
  }

  /// @param critical the chance that it is on a path that decides a promised end
  /// @param slackSeconds how much later it may end without moving such an end; empty where it never
  ///   ends
  record Task(
      String task,
      double critical,
      Optional<Double> slackSeconds,
      Optional<Instant> start,
      End finish,
      double success,
      String knowledge) {}

  static Task task(TaskForecast task) {
    return new Task(
        task.name(),
        task.critical(),
        task.slack().map(slack -> slack.toMillis() / 1000.0),
        task.start(),
        end(task.finish()),
        task.success(),
        knowledge(task.knowledge()));
  }

  /// What was predicted at an instant.
  record Before(String deadline, Instant made, double chance, End finish, String cause) {}

  static Before before(Prediction prediction) {
    var end = prediction.end();
    return new Before(
        prediction.deadline(),
        prediction.made(),
        prediction.chance(),
        new End(end.early(), end.likely(), end.late()),
        prediction.cause());
  }

  record Warned(String occasion, String subject, Instant at, String text) {}

  static Warned warned(Predictions.Warning warning) {
    return new Warned(warning.occasion(), warning.subject(), warning.at(), warning.text());
  }

  /// A run, whole.
  ///
  /// @param now null when nothing is foreseen of it
  /// @param absent why nothing is; null when something is
  /// @param history what was predicted, each time it had become another, the oldest first
  record OfRun(
      Optional<Now> now, Optional<String> absent, List<Before> history, List<Warned> warnings) {}

  /// @param success the chance that the run succeeds
  record Now(Instant at, double success, End finish, List<Promise> deadlines, List<Task> tasks) {}

  static Now now(Foreseen foreseen) {
    CourseForecast forecast = foreseen.forecast();
    return new Now(
        foreseen.at(),
        forecast.success(),
        end(forecast.finish()),
        forecast.deadlines().stream().map(each -> promise(foreseen, each)).toList(),
        forecast.tasks().stream().map(ForecastJson::task).toList());
  }

  /// By deadline, what would become of it.
  ///
  /// @param change `changed`; `gone` when its run would not start, `added` when it starts only then
  /// @param now empty for one that is added
  /// @param then empty for one that is gone
  /// @param why in words
  record Changed(
      About about,
      String deadline,
      Instant by,
      String change,
      Optional<Side> now,
      Optional<Side> then,
      String why) {}

  /// @param finish the median
  /// @param enoughHistory where not, chance and finish are guesses
  record Side(Instant by, double chance, Optional<Instant> finish, boolean enoughHistory) {}

  static Changed changed(Comparing.Changed changed) {
    var change = changed.then().isEmpty() ? "gone" : changed.now().isEmpty() ? "added" : "changed";
    return new Changed(
        about(changed.subject()),
        changed.promise().name(),
        changed.promise().due(),
        change,
        changed.now().map(ForecastJson::side),
        changed.then().map(ForecastJson::side),
        changed.why());
  }

  private static Side side(DeadlineForecast deadline) {
    return new Side(
        deadline.promise().due(),
        deadline.chance(),
        deadline.finish().p50(),
        deadline.knowledge().isEnough());
  }
}
