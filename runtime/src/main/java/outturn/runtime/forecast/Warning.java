package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outturn.definition.notify.Occasion;
import outturn.definition.workflow.Deadline;
import outturn.engine.duration.Knowledge;
import outturn.engine.duration.Sampler;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.forecast.Standing;
import outturn.engine.forecast.Words;
import outturn.engine.news.News;
import outturn.engine.run.RunId;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;
import outturn.store.forecast.Predictions;

/// Warns of what is foreseen of live runs: each thing once for a run, and only where the history is
/// long enough to say so.
final class Warning {
  // Of 100 attempts one takes longer, and one is done sooner.
  private static final double RARE = 0.01;
  private static final int ENOUGH = 10;
  private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

  private final Predictions rows;
  private final Map<RunId, Set<Given>> given = new HashMap<>();
  private final List<News> untold = new ArrayList<>();

  Warning(Predictions rows) {
    this.rows = rows;
  }

  private record Given(Occasion occasion, String subject) {}

  /// A deadline that has not passed is more likely missed than people were to accept.
  void predicted(LiveRun live, Foreseen foreseen) {
    for (var deadline : foreseen.forecast().deadlines()) {
      var due = deadline.promise().due();
      boolean below = deadline.chance() * 100 < warnBelow(live, deadline);
      if (!below || !due.isAfter(foreseen.at()) || !deadline.knowledge().isEnough()) continue;
      var name = deadline.promise().name();
      warn(live, Occasion.PREDICTED, name, () -> words(live, foreseen, deadline));
    }
  }

  private static double warnBelow(LiveRun live, DeadlineForecast deadline) {
    return live.workflow().deadlines().stream()
        .filter(each -> each.name().equals(deadline.promise().name()))
        .mapToDouble(Deadline::warnBelow)
        .findFirst()
        .orElse(Deadline.WARN_BELOW);
  }

  private static String words(LiveRun live, Foreseen foreseen, DeadlineForecast deadline) {
    var clock = new Words(live.workflow().timezone(), foreseen.at());
    var end =
        deadline
            .finish()
            .p50()
            .map(at -> "it is expected at " + clock.time(at))
            .orElse("it is not expected to end well");
    var late =
        deadline.finish().p90().map(at -> ", in nine of ten cases by " + clock.time(at)).orElse("");
    var text =
        "the chance of keeping %s (%s %s) is %s: %s%s"
            .formatted(
                deadline.promise().name(),
                clock.time(deadline.promise().due()),
                live.workflow().timezone(),
                percent(deadline.chance()),
                end,
                late);
    var cause = foreseen.cause(deadline);
    return cause.isEmpty() ? text : text + "; " + cause;
  }

  private static String percent(double chance) {
    return String.format(Locale.ROOT, "%.0f %%", chance * 100);
  }

  /// A task takes longer than its history lets expect.
  void unusual(LiveRun live, Foreseen foreseen, Map<String, Sampler> lengths) {
    for (var task : live.run().tasks()) {
      var work = foreseen.course().works().get(task.name());
      if (work == null || !(work.standing() instanceof Standing.Running(var since, _))) continue;
      var usual = usual(task, lengths);
      if (usual.isEmpty()) continue;
      var elapsed = Duration.between(since, foreseen.at());
      if (usual.get().within((double) elapsed.toMillis()) < 1 - RARE) continue;
      warn(live, Occasion.UNUSUAL, task.name(), () -> unusual(elapsed, usual.get()));
    }
  }

  private static String unusual(Duration elapsed, Sampler usual) {
    return "it has been running for %s; its usual time is %s, and 99 in 100 were done after %s"
        .formatted(told(elapsed), told(length(usual, 0.5)), told(length(usual, 1 - RARE)));
  }

  /// Tasks have ended that were done much sooner than ever.
  ///
  /// @param before null for a run that is seen for the first time
  void early(@Nullable LiveRun before, LiveRun after, Map<String, Sampler> lengths) {
    for (var task : after.run().tasks()) {
      if (!(task.state() instanceof UnitState.Succeeded)) continue;
      if (before != null && before.run().task(task.name()).state().ended()) continue;
      var usual = usual(task, lengths);
      var took = after.took(task);
      if (usual.isEmpty() || took.isEmpty() || !isEarly(took.get(), usual.get())) continue;
      warn(after, Occasion.EARLY, task.name(), () -> early(took.get(), usual.get()));
    }
  }

  private static boolean isEarly(Duration took, Sampler usual) {
    var half = length(usual, 0.5).dividedBy(2);
    return took.compareTo(half) < 0 && usual.within((double) took.toMillis()) <= RARE;
  }

  private static String early(Duration took, Sampler usual) {
    return "it was done after %s, and its usual time is %s: is something missing?"
        .formatted(told(took), told(length(usual, 0.5)));
  }

  /// Its length as its own history has it, where that is long enough, and the task too.
  private static Optional<Sampler> usual(TaskRun task, Map<String, Sampler> lengths) {
    return Optional.ofNullable(lengths.get(task.name()))
        .filter(
            usual -> usual.knowledge() instanceof Knowledge.Own(var samples) && samples >= ENOUGH)
        .filter(usual -> length(usual, 0.5).compareTo(WORTH_A_WORD) >= 0);
  }

  private static Duration length(Sampler usual, double share) {
    return Duration.ofMillis(Math.round(usual.draw(share)));
  }

  private static String told(Duration length) {
    long minutes = Math.round(length.toSeconds() / 60.0);
    return minutes < 2 ? length.toSeconds() + " s" : minutes + " min";
  }

  private void warn(LiveRun live, Occasion occasion, String subject, Supplier<String> text) {
    var before = given.computeIfAbsent(live.run().id(), _ -> new HashSet<>());
    if (!before.add(new Given(occasion, subject))) return;
    var channels = live.run().told().channels(occasion, subject);
    var about =
        new News.About(
            live.subject().project(),
            live.subject().workflow(),
            live.subject().run(),
            live.subject().businessDate());
    untold.add(new News(occasion, about, subject, text.get(), channels));
  }

  /// Tells people of what is new.
  void tell(Instant now) {
    rows.warn(untold, now);
    untold.clear();
  }

  /// A run has ended: nobody is warned of it any more.
  void ended(RunId run) {
    given.remove(run);
  }
}
