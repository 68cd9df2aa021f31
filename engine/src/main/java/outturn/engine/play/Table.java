package outturn.engine.play;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.IntStream;
import outturn.definition.flow.Section;
import outturn.engine.duration.Sampler;

/// A net in arrays, as a play reads it.
final class Table {
  private static final long NO_LIMIT = Duration.ofDays(3_650).toMillis();

  final Sampler[] lengths;
  final double[] failures;
  final double[] commons;
  final long[] keys;
  final long[] timeouts;
  final long[] notBefore;
  final int[] most;
  final int[] kind;
  final int[] course;
  final boolean[] counts;
  final Section[] section;
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
    this.keys = jobs.stream().mapToLong(Job::key).toArray();
    this.timeouts = jobs.stream().mapToLong(Table::timeout).toArray();
    this.notBefore = jobs.stream().mapToLong(Job::notBefore).toArray();
    this.most = jobs.stream().mapToInt(job -> job.rules().retry().attempts()).toArray();
    this.kind = IntStream.range(0, tasks).map(net::kind).toArray();
    this.course = jobs.stream().mapToInt(Job::course).toArray();
    this.section =
        jobs.stream().map(job -> job.rules().conduct().section()).toArray(Section[]::new);
    this.counts = new boolean[tasks];
    for (int task = 0; task < tasks; task++) counts[task] = net.counts(task);
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

  private int[][] members(int courses) {
    var members = new int[courses][];
    for (int each = 0; each < members.length; each++) {
      int number = each;
      members[each] =
          IntStream.range(0, course.length).filter(task -> course[task] == number).toArray();
    }
    return members;
  }

  private static long timeout(Job job) {
    return job.rules().timeout().map(Duration::toMillis).orElse(NO_LIMIT);
  }
}
