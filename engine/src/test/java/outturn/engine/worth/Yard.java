package outturn.engine.worth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import outturn.engine.pool.Capacity;
import outturn.engine.pool.Claim;
import outturn.engine.pool.Lane;
import outturn.engine.pool.Worth;
import outturn.engine.run.RunId;

/// One simulation: runs come, their tasks claim one of a pool, the real keeper grants, and
/// durations pass. Worth is told after each end of a task, from medians.
final class Yard {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String POOL = "housing-db";
  private static final int MANY = 100_000;

  private final Rule rule;
  private final List<Live> jobs = new ArrayList<>();
  private final Capacity capacity = new Capacity(Map.of(Lane.PROCESS, MANY));
  private final PriorityQueue<Happening> coming =
      new PriorityQueue<>(Comparator.comparingDouble(Happening::at));
  private final Map<RunId, Worth> worth = new HashMap<>();
  private final Duration scale;
  private long token;

  private final Map<String, History> history = new HashMap<>();
  private double now;

  private record Happening(double at, Runnable what) {}

  Yard(Scenario scenario, List<Job> all, Rule rule) {
    this.rule = rule;
    capacity.size(POOL, scenario.slots());
    capacity.order(POOL, rule.order());
    var work = scenario.graphs().stream().mapToDouble(RecordedGraph::work).average();
    scale = seconds(work.orElseThrow() / scenario.slots());
    for (var graph : scenario.graphs()) history.put(graph.name(), History.of(graph));
    for (var job : all) {
      var live = new Live(jobs.size(), job);
      jobs.add(live);
      coming.add(new Happening(job.arrives(), live::arrive));
    }
  }

  /// What is known of a graph before it runs.
  private record History(List<Double> medians, List<Duration> tails) {
    static History of(RecordedGraph graph) {
      return new History(graph.medians(), graph.tails().stream().map(Yard::seconds).toList());
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static Instant instant(double seconds) {
    return START.plus(seconds(seconds));
  }

  /// What became of a run.
  record Done(Job job, double ended) {
    /// What its lateness cost.
    double loss() {
      return job.perHour() * Math.max(0, ended - job.due()) / 3600;
    }

    double flow() {
      return ended - job.arrives();
    }
  }

  List<Done> run() {
    while (!coming.isEmpty()) {
      var next = coming.remove();
      now = next.at();
      next.what().run();
      while (!coming.isEmpty() && coming.element().at() == now) coming.remove().what().run();
      grant();
    }
    return jobs.stream().map(live -> new Done(live.job, live.ended)).toList();
  }

  private void grant() {
    capacity.worths().tell(worth);
    var at = instant(now);
    for (var next = capacity.next(at); next.isPresent(); next = capacity.next(at)) {
      var claim = next.get();
      long holds = ++token;
      capacity.grant(claim, holds, at);
      var live = jobs.get(Math.toIntExact(claim.run().value()));
      double ends = now + live.job.takes().get(claim.task());
      coming.add(
          new Happening(
              ends,
              () -> {
                capacity.release(holds);
                live.ended(claim.task());
              }));
    }
  }

  /// A run that has come.
  private final class Live {
    private final RunId id;
    private final Job job;
    private final History known;
    private final int[] missing;
    private int open;
    private double left;
    private double ended;

    Live(int number, Job job) {
      this.id = new RunId(number);
      this.job = job;
      this.known = Objects.requireNonNull(history.get(job.graph().name()));
      this.missing = job.graph().needs().stream().mapToInt(List::size).toArray();
      this.open = job.graph().size();
      this.left = job.graph().work();
    }

    void arrive() {
      tell();
      for (int task = 0; task < missing.length; task++) if (missing[task] == 0) claim(task);
    }

    private void claim(int task) {
      var want = new Claim.Want(Lane.PROCESS, Map.of(POOL, 1), rule.priority().applyAsInt(job));
      capacity.claim(new Claim(id, rule.workflow(job), task, 0, want, instant(now)));
    }

    private void tell() {
      worth.put(
          id,
          new Worth(job.perHour(), "GBP", instant(job.due()), seconds(left), known.tails(), scale));
    }

    void ended(int task) {
      left -= known.medians().get(task);
      open--;
      for (int other = 0; other < missing.length; other++) {
        if (job.graph().needs().get(other).contains(task) && --missing[other] == 0) claim(other);
      }
      if (open > 0) {
        tell();
        return;
      }
      worth.remove(id);
      ended = now;
    }
  }
}
