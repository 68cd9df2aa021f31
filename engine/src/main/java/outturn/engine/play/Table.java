package outturn.engine.play;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import outturn.definition.flow.Section;
import outturn.engine.duration.Sampler;

/// A net in arrays, as a play reads it.
final class Table {
  private static final long NO_LIMIT = Duration.ofDays(3_650).toMillis();
  private static final long FAILS = 0x5fa1L;

  final Sampler[] lengths;
  final double[] failures;
  final double[] commons;
  private final double[] ofRun;
  private final double[] ofItself;
  final long[] keys;
  final long[] timeouts;
  final long[] notBefore;
  final int[] most;
  final int[] kind;
  final int[] course;
  final boolean[] counts;
  final Section[] section;
  final boolean[] always;
  final int[] needs;
  final byte[] states;
  final long[] times;
  final int[] attempts;
  final int[] atFirst;
  final int[][] members;
  final int[] arcsFrom;
  final int[] arcTo;
  final int[] arcAccepts;

  Table(Net net) {
    var jobs = net.jobs;
    int tasks = jobs.size();
    this.lengths = jobs.stream().map(Job::length).toArray(Sampler[]::new);
    this.failures = jobs.stream().mapToDouble(job -> job.length().failure()).toArray();
    this.commons = jobs.stream().mapToDouble(job -> job.length().common()).toArray();
    this.ofRun = Arrays.stream(commons).map(Math::sqrt).toArray();
    this.ofItself = Arrays.stream(commons).map(common -> Math.sqrt(1 - common)).toArray();
    this.keys = jobs.stream().mapToLong(Job::key).toArray();
    this.timeouts = jobs.stream().mapToLong(Table::timeout).toArray();
    this.notBefore = jobs.stream().mapToLong(Job::notBefore).toArray();
    this.most = jobs.stream().mapToInt(job -> job.rules().retry().attempts()).toArray();
    this.kind = IntStream.range(0, tasks).map(net::kind).toArray();
    this.course = jobs.stream().mapToInt(Job::course).toArray();
    this.section =
        jobs.stream().map(job -> job.rules().conduct().section()).toArray(Section[]::new);
    this.always = new boolean[tasks];
    this.counts = new boolean[tasks];
    for (int task = 0; task < tasks; task++) {
      always[task] = section[task] == Section.TASKS || section[task] == Section.ALWAYS;
      counts[task] = net.counts(task);
    }
    this.states = new byte[tasks];
    for (int task = 0; task < tasks; task++) states[task] = net.starts.get(task).state();
    this.times = net.starts.stream().mapToLong(Net.Start::time).toArray();
    this.attempts = net.starts.stream().mapToInt(Net.Start::attempt).toArray();
    this.arcsFrom = net.arcStarts();
    var arcs = net.sortedArcs();
    this.arcTo = arcs.stream().mapToInt(Net.Arc::to).toArray();
    this.arcAccepts = arcs.stream().mapToInt(Net.Arc::accepted).toArray();
    this.needs = new int[tasks];
    for (var arc : arcs) if (!State.ended(states[arc.from()])) needs[arc.to()]++;
    this.atFirst = atFirst();
    this.members = members(net.courses());
  }

  /// Those that do not wait for their turn, in the order in which they began to wait or to run.
  private int[] atFirst() {
    return IntStream.range(0, states.length)
        .filter(task -> states[task] != State.WAITING)
        .boxed()
        .sorted(Comparator.comparingLong(task -> times[task]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Those that have still to begin an attempt.
  int[] toBegin() {
    return IntStream.range(0, states.length)
        .filter(task -> states[task] < State.STUCK && states[task] != State.RUNNING)
        .toArray();
  }

  /// How long an attempt takes, in milliseconds; less than 0 for one that fails after so long, of
  /// which it is the complement.
  ///
  /// @param number of the attempt in its draw
  /// @param luck of its run in that draw
  long lot(int task, long number, double luck) {
    double u = share(task, number, luck);
    boolean fails = failing(task, number);
    var length = lengths[task];
    long takes = (long) (fails ? length.failing(u) : length.draw(u));
    // One that would take longer than it may has failed by then.
    if (takes >= timeouts[task]) return ~timeouts[task];
    return fails ? ~takes : takes;
  }

  boolean failing(int task, long number) {
    double chance = failures[task];
    return chance > 0 && Numbers.unit(Numbers.mix(number ^ FAILS)) < chance;
  }

  /// Which share of lengths is shorter in a draw: the task's own part and that of its run.
  double share(int task, long number, double luck) {
    double u = Numbers.unit(number);
    if (commons[task] == 0) return u;
    return Normal.below(ofRun[task] * luck + ofItself[task] * Normal.quantile(u));
  }

  /// How fortunate a run is in what its tasks have in common, in standard deviations.
  static double luck(Net net, int course, long draw) {
    if (course == Net.NONE) return 0;
    return Normal.quantile(Numbers.unit(Numbers.of(draw ^ net.courses.get(course).key(), 0)));
  }

  private int[][] members(int courses) {
    var counts = new int[courses];
    for (int each : course) if (each != Net.NONE) counts[each]++;
    var members = new int[courses][];
    Arrays.setAll(members, each -> new int[counts[each]]);
    for (int task = course.length - 1; task >= 0; task--) {
      if (course[task] != Net.NONE) members[course[task]][--counts[course[task]]] = task;
    }
    return members;
  }

  private static long timeout(Job job) {
    return job.rules().timeout().map(Duration::toMillis).orElse(NO_LIMIT);
  }
}
