package outturn.runtime.stake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.pool.Pool;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.engine.forecast.Course;
import outturn.engine.forecast.Standing;
import outturn.engine.forecast.Work;
import outturn.engine.pool.Worth;
import outturn.engine.reason.Contender;
import outturn.engine.run.RunId;
import outturn.runtime.forecast.Foreseen;
import outturn.runtime.forecast.Foresight;
import outturn.runtime.project.InForce;

/// What it costs when runs are late, where a pool goes by that, as this node foresees it.
public final class WorthsForeseen {
  private static final double HALF = 0.5;

  private final Foresight foresight;
  private final InForce inForce;
  private final Map<String, Part> known = new ConcurrentHashMap<>();
  private volatile Rates rates = new Rates(-1, Map.of(), "", Map.of());

  public WorthsForeseen(Foresight foresight, InForce inForce) {
    this.foresight = foresight;
    this.inForce = inForce;
  }

  /// What is in force says of it.
  ///
  /// @param stamp of what is in force
  /// @param pools the sizes of those that go by worth
  /// @param costs what an hour costs, in the one currency
  private record Rates(
      long stamp,
      Map<String, Integer> pools,
      String currency,
      Map<Kept.ByDeadline, Double> costs) {}

  /// What a run has to do with it; worked out once for each of its forecasts.
  ///
  /// @param stamp of what was in force
  /// @param uses whether it uses a pool that goes by worth
  /// @param work what is left of the run
  /// @param tails from the start of each task to the end of the run, on the longest way
  private record Part(
      Foreseen of,
      long stamp,
      boolean uses,
      double perHour,
      Optional<Instant> due,
      Duration work,
      List<Duration> tails) {

    boolean isStill(Foreseen run, Rates now) {
      return of.at().equals(run.at()) && stamp == now.stamp();
    }
  }

  /// By run; a run that is absent is worth nothing.
  Map<RunId, Worth> all() {
    var now = rates();
    return now.pools().isEmpty() ? Map.of() : of(now);
  }

  /// Who waits for a pool that goes by worth, of what is worth something.
  public List<Contender> waiting(String pool) {
    var worths = all();
    return foresight.all().values().stream()
        .flatMap(each ->
            each.subject().run().stream()
                .flatMap(run ->
                    Optional.ofNullable(worths.get(run)).stream()
                        .flatMap(worth -> waiting(each, run, worth, pool))))
        .toList();
  }

  private static Stream<Contender> waiting(Foreseen seen, RunId run, Worth worth, String pool) {
    var course = seen.course();
    return course.works().entrySet().stream()
        .filter(work -> work.getValue().standing() instanceof Standing.Ready)
        .filter(work -> work.getValue().pools().containsKey(pool))
        .map(work -> {
          var task = course.graph().place(work.getKey());
          int priority = course.graph().task(task).rules().priority().orElse(course.priority());
          return new Contender(run, course.workflow(), work.getKey(), task, priority, worth);
        });
  }

  private Rates rates() {
    long stamp = inForce.stamp();
    var before = rates;
    if (before.stamp() == stamp) return before;
    var currency = currency().orElse("");
    var now = new Rates(stamp, pools(), currency, costs(currency));
    rates = now;
    return now;
  }

  /// The sizes of the pools that go by worth.
  private Map<String, Integer> pools() {
    return inForce.workflows().stream()
        .map(InForce.Entry::version)
        .distinct()
        .flatMap(version -> inForce.project(version).pools().all().stream())
        .filter(pool -> pool.order() == Pool.Order.WORTH)
        .collect(Collectors.toMap(Pool::name, Pool::size, (one, _) -> one));
  }

  /// What an hour of lateness costs, of promises in one currency: amounts of several cannot be
  /// compared, and those of the one that most promises are in count.
  private Map<Kept.ByDeadline, Double> costs(String currency) {
    var costs = new HashMap<Kept.ByDeadline, Double>();
    for (var output : outputs()) {
      if (!(output.kept().orElse(null) instanceof Kept.ByDeadline kept)) continue;
      for (var cost : costs(output)) {
        if (cost.currency().equals(currency)) costs.merge(kept, cost.likely(), Double::sum);
      }
    }
    return costs;
  }

  private List<Service.Output> outputs() {
    return inForce.services().stream().flatMap(each -> each.value().outputs().stream()).toList();
  }

  private static List<Service.LateCost> costs(Service.Output output) {
    return output.serves().stream().flatMap(each -> each.perHourLate().stream()).toList();
  }

  private Optional<String> currency() {
    var counts = new TreeMap<String, Integer>();
    for (var output : outputs()) {
      for (var cost : costs(output)) counts.merge(cost.currency(), 1, Integer::sum);
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private Map<RunId, Worth> of(Rates now) {
    var seen = foresight.all();
    known.keySet().retainAll(seen.keySet());
    var parts = seen.values().stream().map(run -> part(run, now)).filter(Part::uses).toList();
    var scale = scale(parts, now.pools());
    var worths = new HashMap<RunId, Worth>();
    for (var each : parts) {
      var run = each.of().subject().run();
      if (run.isEmpty() || each.perHour() <= 0 || each.due().isEmpty()) continue;
      var due = each.due().get();
      worths.put(
          run.get(),
          new Worth(each.perHour(), now.currency(), due, each.work(), each.tails(), scale));
    }
    return worths;
  }

  private Part part(Foreseen run, Rates now) {
    return known.compute(
        run.subject().key(),
        (_, before) -> before != null && before.isStill(run, now) ? before : made(run, now));
  }

  private static Part made(Foreseen run, Rates now) {
    var costs = now.costs();
    var open = open(run, costs);
    double perHour =
        open.stream().mapToDouble(each -> costs.getOrDefault(kept(run, each), 0.0)).sum();
    var course = run.course();
    return new Part(
        run,
        now.stamp(),
        uses(run, now.pools()),
        perHour,
        open.stream().map(Course.Promise::due).min(Comparator.naturalOrder()),
        work(course),
        tails(course));
  }

  private static boolean uses(Foreseen run, Map<String, Integer> pools) {
    return run.course().works().values().stream()
        .anyMatch(work -> work.pools().keySet().stream().anyMatch(pools::containsKey));
  }

  /// What can still be late, and costs something then.
  private static List<Course.Promise> open(Foreseen run, Map<Kept.ByDeadline, Double> costs) {
    return run.course().promises().stream()
        .filter(promise -> costs.containsKey(kept(run, promise)))
        .filter(promise -> promise.task().filter(task -> isOver(run.course(), task)).isEmpty())
        .toList();
  }

  private static Kept.ByDeadline kept(Foreseen run, Course.Promise promise) {
    return new Kept.ByDeadline(run.subject().workflow(), promise.name());
  }

  private static boolean isOver(Course course, String task) {
    var work = course.works().get(task);
    return work != null && work.standing() instanceof Standing.Ended;
  }

  /// How long a run keeps a pool busy in the mean.
  private static Duration scale(Collection<Part> runs, Map<String, Integer> pools) {
    int size = pools.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    double mean = runs.stream().mapToLong(each -> each.work().toMillis()).average().orElse(1);
    return Duration.ofMillis(Math.max(1, Math.round(mean / Math.max(1, size))));
  }

  private static Duration work(Course course) {
    long millis = course.works().values().stream().mapToLong(WorthsForeseen::left).sum();
    return Duration.ofMillis(Math.max(1, millis));
  }

  /// The median length of what is still to be done.
  private static long left(Work work) {
    return work.standing() instanceof Standing.Ended ? 0 : Math.round(work.length().draw(HALF));
  }

  /// From the start of each task to the end of the run, on the longest way.
  private static List<Duration> tails(Course course) {
    var graph = course.graph();
    var tails = new ArrayList<Duration>();
    for (int place = 0; place < graph.size(); place++) tails.add(Duration.ZERO);
    for (int place = graph.size() - 1; place >= 0; place--) {
      var after = Duration.ZERO;
      for (int follower : graph.followers(place)) {
        if (tails.get(follower).compareTo(after) > 0) after = tails.get(follower);
      }
      var work = course.works().get(graph.task(place).name());
      tails.set(place, after.plusMillis(work == null ? 0 : left(work)));
    }
    return List.copyOf(tails);
  }
}
