package outturn.definition.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import outturn.definition.schedule.Schedule.WhenRunning;

/// How the runs to come would share the pools, by list scheduling: whenever a task is ready or one
/// ends, those that wait are looked at, oldest first, and each that finds room in all its pools
/// begins.
///
/// An estimate: every task takes the time that was typical of it and succeeds, a list is one task
/// that holds its pools once, called workflows hold nothing, and nobody else uses the pools.
public final class PoolForecast {
  private final Map<String, Integer> free;
  private final Map<String, Integer> sizes;
  private final PriorityQueue<Moment> moments = new PriorityQueue<>();
  // Of those that ask for the same, none finds room before the oldest does.
  private final Map<Map<String, Integer>, ArrayDeque<Claim>> waiting = new HashMap<>();
  private final Map<String, ArrayDeque<Trial>> live = new HashMap<>();
  private final List<Trial> trials = new ArrayList<>();
  private long numbers;

  private PoolForecast(Map<String, Integer> sizes) {
    this.sizes = Map.copyOf(sizes);
    this.free = new HashMap<>(sizes);
  }

  /// Something that happens: a run is due, or a task of it ends.
  ///
  /// @param task its place, or -1
  private record Moment(Instant at, long number, Trial trial, int task)
      implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      var order = at.compareTo(other.at);
      return order == 0 ? Long.compare(number, other.number) : order;
    }
  }

  /// A task that is ready.
  private record Claim(Instant since, long number, Trial trial, int task) {}

  /// The courses of some runs, in the order in which these are due.
  ///
  /// @param sizes of the pools; what is not among them has no limit
  public static List<Course> of(List<Coming> runs, Map<String, Integer> sizes) {
    var forecast = new PoolForecast(sizes);
    for (var run : runs) {
      var trial = new Trial(run);
      forecast.trials.add(trial);
      forecast.at(run.due(), trial, -1);
    }
    forecast.play();
    return forecast.trials.stream().map(Trial::course).toList();
  }

  private void at(Instant time, Trial trial, int task) {
    moments.add(new Moment(time, numbers++, trial, task));
  }

  private void play() {
    while (!moments.isEmpty()) {
      var now = moments.element().at();
      while (!moments.isEmpty() && moments.element().at().equals(now)) happen(moments.remove());
      grant(now);
    }
  }

  private void happen(Moment moment) {
    if (moment.task() < 0) {
      due(moment.trial(), moment.at());
    } else {
      ended(moment.trial(), moment.task(), moment.at());
    }
  }

  private void due(Trial trial, Instant now) {
    var others = live.computeIfAbsent(trial.run().starter().workflow(), _ -> new ArrayDeque<>());
    var rule = trial.run().starter().schedule().rules().whenRunning();
    if (!others.isEmpty() && rule == WhenRunning.SKIP) {
      trial.skip();
      return;
    }
    boolean waits = !others.isEmpty() && rule == WhenRunning.QUEUE;
    others.add(trial);
    if (!waits) begin(trial, now);
  }

  private void begin(Trial trial, Instant now) {
    trial.begin();
    for (var task : trial.ready()) ready(trial, task, now);
    finish(trial, now);
  }

  private void ready(Trial trial, int task, Instant now) {
    var pools = trial.pools(task);
    for (var asked : pools.entrySet()) {
      var size = sizes.getOrDefault(asked.getKey(), Integer.MAX_VALUE);
      if (asked.getValue() > size) {
        trial.stick(task, asked.getKey(), size);
        return;
      }
    }
    if (pools.isEmpty()) {
      at(now.plus(trial.time(task)), trial, task);
      return;
    }
    var claim = new Claim(now, numbers++, trial, task);
    waiting.computeIfAbsent(pools, _ -> new ArrayDeque<>()).add(claim);
  }

  private void grant(Instant now) {
    for (var next = oldest(); next.isPresent(); next = oldest()) {
      var claim = next.get();
      var pools = claim.trial().pools(claim.task());
      var queue = waiting.getOrDefault(pools, new ArrayDeque<>());
      queue.remove();
      if (queue.isEmpty()) waiting.remove(pools);
      pools.forEach((pool, amount) -> free.computeIfPresent(pool, (_, left) -> left - amount));
      claim.trial().waited(claim.task(), Duration.between(claim.since(), now));
      at(now.plus(claim.trial().time(claim.task())), claim.trial(), claim.task());
    }
  }

  /// The oldest that finds room.
  private Optional<Claim> oldest() {
    return waiting.entrySet().stream()
        .filter(each -> fits(each.getKey()))
        .map(each -> each.getValue().element())
        .min(Comparator.comparingLong(Claim::number));
  }

  private boolean fits(Map<String, Integer> pools) {
    return pools.entrySet().stream()
        .allMatch(each -> free.getOrDefault(each.getKey(), Integer.MAX_VALUE) >= each.getValue());
  }

  private void ended(Trial trial, int task, Instant now) {
    trial
        .pools(task)
        .forEach((pool, amount) -> free.computeIfPresent(pool, (_, left) -> left + amount));
    for (var next : trial.ended(task)) ready(trial, next, now);
    finish(trial, now);
  }

  private void finish(Trial trial, Instant now) {
    if (!trial.isDone()) return;
    trial.end(now);
    var others = live.getOrDefault(trial.run().starter().workflow(), new ArrayDeque<>());
    others.remove(trial);
    Optional.ofNullable(others.peek()).filter(Trial::isQueued).ifPresent(next -> begin(next, now));
  }
}
