package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.engine.forecast.DeadlineForecast;
import outturn.engine.run.RunId;
import outturn.store.forecast.Prediction;
import outturn.store.forecast.Predictions;

/// Keeps what was predicted of live runs, each time it has become another; many rows together.
final class Keeping {
  private static final double CHANCE = 0.05;
  private static final Duration END = Duration.ofMinutes(5);

  private final Predictions rows;
  private final Map<RunId, Map<String, Prediction>> last = new HashMap<>();
  private final List<Prediction> unwritten = new ArrayList<>();

  Keeping(Predictions rows) {
    this.rows = rows;
  }

  void keep(List<Foreseen> foreseen) {
    for (var each : foreseen) {
      var run = each.subject().run();
      if (run.isEmpty()) continue;
      var before = last.computeIfAbsent(run.get(), _ -> new HashMap<>());
      for (var deadline : each.forecast().deadlines()) {
        var made = prediction(run.get(), each, deadline);
        if (!isAnother(before.get(made.deadline()), made)) continue;
        before.put(made.deadline(), made);
        unwritten.add(made);
      }
    }
  }

  /// Writes what was to be kept, where it is not there already: before this node began again, or by
  /// another node.
  void write() {
    if (unwritten.isEmpty()) return;
    var kept = new HashMap<RunId, Map<String, Prediction>>();
    for (var each : rows.latest(unwritten.stream().map(Prediction::run).distinct().toList())) {
      kept.computeIfAbsent(each.run(), _ -> new HashMap<>()).put(each.deadline(), each);
    }
    rows.keep(
        unwritten.stream()
            .filter(made ->
                isAnother(kept.getOrDefault(made.run(), Map.of()).get(made.deadline()), made))
            .toList());
    unwritten.clear();
  }

  private static Prediction prediction(RunId run, Foreseen of, DeadlineForecast deadline) {
    var finish = deadline.finish();
    return new Prediction(
        run,
        deadline.promise().name(),
        of.at(),
        deadline.chance(),
        new Prediction.End(finish.p10(), finish.p50(), finish.p90()),
        of.cause(deadline));
  }

  private static boolean isAnother(@Nullable Prediction before, Prediction made) {
    if (before == null) return true;
    boolean certain = made.chance() == 0 || made.chance() == 1;
    if (certain && before.chance() != made.chance()) return true;
    return Math.abs(before.chance() - made.chance()) >= CHANCE
        || moved(before.end().likely(), made.end().likely());
  }

  private static boolean moved(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) return !Objects.equals(one, other);
    return Duration.between(one.get(), other.get()).abs().compareTo(END) >= 0;
  }

  /// A run has ended: nothing more is predicted of it.
  void ended(RunId run) {
    last.remove(run);
  }
}
