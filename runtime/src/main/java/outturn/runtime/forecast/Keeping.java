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

/// Keeps what was predicted of live runs, each time it has become another.
final class Keeping {
  private static final double CHANCE = 0.05;
  private static final Duration END = Duration.ofMinutes(5);

  private final Predictions rows;
  private final Map<Of, Prediction> last = new HashMap<>();

  Keeping(Predictions rows) {
    this.rows = rows;
  }

  private record Of(RunId run, String deadline) {}

  void keep(List<Foreseen> foreseen) {
    var anew = new ArrayList<Prediction>();
    for (var each : foreseen) {
      var run = each.subject().run();
      if (run.isEmpty()) continue;
      for (var deadline : each.forecast().deadlines()) {
        var made = prediction(run.get(), each, deadline);
        var of = new Of(run.get(), made.deadline());
        if (!isAnother(last.get(of), made)) continue;
        last.put(of, made);
        anew.add(made);
      }
    }
    rows.keep(anew);
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
    last.keySet().removeIf(of -> of.run().equals(run));
  }
}
