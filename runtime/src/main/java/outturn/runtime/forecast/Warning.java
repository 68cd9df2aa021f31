package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Given> given = new HashSet<>();

  Warning(Predictions rows) {
    this.rows = rows;
  }

  private record Given(RunId run, Occasion occasion, String subject) {}

  /// A deadline that has not passed is more likely missed than people were to accept.
  void predicted(LiveRun live, Foreseen foreseen) {
    for (var deadline : foreseen.forecast().deadlines()) {
      var due = deadline.promise().due();
      boolean below = deadline.chance() * 100 < warnBelow(live, deadline);
      if (!below || !due.isAfter(foreseen.at()) || !deadline.knowledge().isEnough()) continue;
      var name = deadline.promise().name();
      warn(live, Occasion.PREDICTED, name, words(live, foreseen, deadline), foreseen.at());
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
  void unusual(LiveRun live, Map<String, Sampler> lengths, Instant now) {
    for (var task : live.run().tasks()) {
      if (!(new Standings(live, now).of(task) instanceof Standing.Running(var since, _))) continue;
      var usual = usual(task, lengths);
      if (usual.isEmpty()) continue;
      var elapsed = Duration.between(since, now);
      if (usual.get().within((double) elapsed.toMillis()) < 1 - RARE) continue;
      var text =
          "it has been running for %s; its usual time is %s, and 99 in 100 were done after %s"
              .formatted(
                  told(elapsed),
                  told(length(usual.get(), 0.5)),
                  told(length(usual.get(), 1 - RARE)));
      warn(live, Occasion.UNUSUAL, task.name(), text, now);
    }
  }

  /// Tasks have ended that were done much sooner than ever.
  void early(LiveRun before, LiveRun after, Map<String, Sampler> lengths, Instant now) {
    for (var task : after.run().tasks()) {
      boolean done =
          task.state() instanceof UnitState.Succeeded
              && !before.run().task(task.name()).state().ended();
      var began = after.lastBegan(task.name());
      var ended = after.ended(task.name());
      if (!done || began.isEmpty() || ended.isEmpty()) continue;
      var usual = usual(task, lengths);
      if (usual.isEmpty()) continue;
      var took = Duration.between(began.get(), ended.get());
      var half = length(usual.get(), 0.5).dividedBy(2);
      if (usual.get().within((double) took.toMillis()) > RARE || took.compareTo(half) >= 0)
        continue;
      var text =
          "it was done after %s, and its usual time is %s: is something missing?"
              .formatted(told(took), told(length(usual.get(), 0.5)));
      warn(after, Occasion.EARLY, task.name(), text, now);
    }
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

  private void warn(LiveRun live, Occasion occasion, String subject, String text, Instant now) {
    if (!given.add(new Given(live.run().id(), occasion, subject))) return;
    var channels = live.run().told().channels(occasion, subject);
    var about =
        new News.About(
            live.subject().project(),
            live.subject().workflow(),
            live.subject().run(),
            live.subject().businessDate());
    rows.warn(new News(occasion, about, subject, text, channels), now);
  }

  /// A run has ended: nobody is warned of it any more.
  void ended(RunId run) {
    given.removeIf(each -> each.run().equals(run));
  }
}
