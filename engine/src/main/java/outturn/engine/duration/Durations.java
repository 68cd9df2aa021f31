package outturn.engine.duration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// What is kept of a task's history: the newest lengths, and how often it failed.
///
/// Small whatever the history: at most [#MOST] lengths, of which the oldest of the commonest kind
/// goes first, so that month-ends outlive weekdays; where there are many kinds, [#OF_EACH] of each
/// and [#MOST_OF_ALL] at most.
///
/// @param done attempts that succeeded, oldest first
/// @param failed how long the newest attempts that failed took, in milliseconds
/// @param successes of the counted attempts
/// @param failures of the counted attempts; both are halved when they are many, so that a task that
///   was mended is believed again
public record Durations(List<Done> done, List<Long> failed, int successes, int failures) {
  /// Lengths that are kept of few kinds.
  public static final int MOST = 40;

  static final int OF_EACH = 8;

  /// Lengths that are kept of however many kinds.
  static final int MOST_OF_ALL = 120;

  static final int MOST_FAILED = 10;
  static final int MOST_COUNTED = 200;
  private static final long FORMAT = 1;
  private static final int HEAD = 5;
  private static final int FIELDS = 3;

  public static final Durations EMPTY = new Durations(List.of(), List.of(), 0, 0);

  public Durations {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
  }

  /// An attempt that succeeded.
  public record Done(long day, int kind, long millis) {}

  /// With one attempt more.
  public Durations with(Sample sample) {
    return switch (sample.how()) {
      case SUCCEEDED -> {
        var more = new ArrayList<>(done);
        more.add(new Done(sample.day(), sample.kind(), sample.millis()));
        yield counted(bounded(more), failed, successes + 1, failures);
      }
      case FAILED -> {
        var more = new ArrayList<>(failed);
        more.add(sample.millis());
        if (more.size() > MOST_FAILED) more.removeFirst();
        yield counted(done, more, successes, failures + 1);
      }
    };
  }

  private static Durations counted(List<Done> done, List<Long> failed, int well, int badly) {
    return well + badly <= MOST_COUNTED
        ? new Durations(done, failed, well, badly)
        : new Durations(done, failed, (well + 1) / 2, (badly + 1) / 2);
  }

  /// Without the oldest one of the kind of which there are most, where they are too many.
  private static List<Done> bounded(List<Done> all) {
    if (all.size() <= MOST) return all;
    var counts = new HashMap<Integer, Integer>();
    all.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    int place = leastMissed(all, counts);
    boolean few = counts.getOrDefault(all.get(place).kind(), 0) <= OF_EACH;
    if (all.size() > MOST_OF_ALL || !few) all.remove(place);
    return all;
  }

  private static int leastMissed(List<Done> all, Map<Integer, Integer> counts) {
    int place = 0;
    for (int at = 1; at < all.size(); at++) {
      int more = counts.getOrDefault(all.get(at).kind(), 0);
      if (more > counts.getOrDefault(all.get(place).kind(), 0)) place = at;
    }
    return place;
  }

  /// The same, with other numbers for the kinds.
  public Durations byKind(IntUnaryOperator kind) {
    var told =
        done.stream()
            .map(each -> new Done(each.day(), kind.applyAsInt(each.kind()), each.millis()))
            .toList();
    return new Durations(told, failed, successes, failures);
  }

  /// How many lengths of a kind are kept.
  public long ofKind(int kind) {
    return done.stream().filter(each -> each.kind() == kind).count();
  }

  /// Attempts that succeeded and are kept.
  public int samples() {
    return done.size();
  }

  /// Everything in it as numbers, to be stored; [#of] reads them.
  public List<Long> numbers() {
    var numbers = new ArrayList<Long>(HEAD + FIELDS * done.size() + failed.size());
    numbers.addAll(List.of(FORMAT, (long) successes, (long) failures));
    numbers.addAll(List.of((long) done.size(), (long) failed.size()));
    for (var each : done) numbers.addAll(List.of(each.day(), (long) each.kind(), each.millis()));
    numbers.addAll(failed);
    return numbers;
  }

  /// What [#numbers] wrote.
  public static Durations of(List<Long> numbers) {
    if (numbers.size() < HEAD || numbers.get(0) != FORMAT) {
      throw new IllegalArgumentException("these numbers are no durations of format " + FORMAT);
    }
    int count = Math.toIntExact(numbers.get(3));
    int lost = Math.toIntExact(numbers.get(4));
    if (numbers.size() != HEAD + FIELDS * count + lost) {
      throw new IllegalArgumentException(
          "%d numbers, and %d were expected"
              .formatted(numbers.size(), HEAD + FIELDS * count + lost));
    }
    var done = new ArrayList<Done>();
    for (int at = HEAD; at < HEAD + FIELDS * count; at += FIELDS) {
      int type = Math.toIntExact(numbers.get(at + 1));
      done.add(new Done(numbers.get(at), type, numbers.get(at + 2)));
    }
    return new Durations(
        done,
        numbers.subList(HEAD + FIELDS * count, numbers.size()),
        Math.toIntExact(numbers.get(1)),
        Math.toIntExact(numbers.get(2)));
  }
}
