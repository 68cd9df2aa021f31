package outturn.engine.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Runs of the recorded graphs that come at random and need one pool.
///
/// Each run is of one of the graphs, with equal chance, and takes as long as one of its recorded
/// runs, each task longer or shorter by a lognormal draw. An hour of lateness costs from 10 to
/// 1,000, evenly in the logarithm. A run is due after so many times the time that it would take
/// alone.
///
/// @param slots of the pool
/// @param load of the pool, in the long run
/// @param tightest the least multiple of the time alone after which a run is due
/// @param loosest the greatest
record Scenario(
    List<RecordedGraph> graphs, int slots, double load, double tightest, double loosest) {
  private static final double SPREAD = 0.25;
  private static final double CHEAPEST = 10;
  private static final double DEAREST = 1_000;

  List<Job> jobs(int many, long seed) {
    var random = new SplittableRandom(seed);
    double between = meanWork() / (slots * load);
    var jobs = new ArrayList<Job>();
    double now = 0;
    for (int job = 0; job < many; job++) {
      now += -Math.log(1 - random.nextDouble()) * between;
      jobs.add(job(graphs.get(random.nextInt(graphs.size())), now, random));
    }
    return jobs;
  }

  private Job job(RecordedGraph graph, double now, SplittableRandom random) {
    var run = graph.runs().get(random.nextInt(graph.runs().size()));
    var takes = run.stream().map(each -> each * Math.exp(SPREAD * random.nextGaussian())).toList();
    double alone = Math.max(graph.path(), graph.work() / slots);
    double due = now + alone * random.nextDouble(tightest, loosest);
    return new Job(graph, now, due, cost(random.nextDouble()), takes);
  }

  /// What an hour of lateness costs for the given share of runs, or less.
  static double cost(double share) {
    return CHEAPEST * Math.pow(DEAREST / CHEAPEST, share);
  }

  /// The share of runs for which an hour of lateness costs less.
  static double share(double cost) {
    return Math.log(cost / CHEAPEST) / Math.log(DEAREST / CHEAPEST);
  }

  /// Of recorded work; a lognormal draw is a little longer in the mean than its median.
  private double meanWork() {
    double recorded =
        graphs.stream()
            .mapToDouble(graph ->
                graph.runs().stream()
                    .mapToDouble(run -> run.stream().mapToDouble(each -> each).sum())
                    .average()
                    .orElse(0))
            .average()
            .orElse(0);
    return recorded * Math.exp(SPREAD * SPREAD / 2);
  }
}
