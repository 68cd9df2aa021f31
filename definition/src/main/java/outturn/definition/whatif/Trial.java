package outturn.definition.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A run while a forecast plays it.
final class Trial {
  private final Coming run;
  private final int[] needs;
  private int left;
  private boolean queued = true;
  private Duration longest = Duration.ZERO;
  private @Nullable Instant end;
  private @Nullable String why;

  Trial(Coming run) {
    this.run = run;
    this.needs = run.graph().tasks().stream().mapToInt(task -> task.needs().size()).toArray();
    this.left = needs.length;
  }

  Coming run() {
    return run;
  }

  boolean isQueued() {
    return queued;
  }

  void begin() {
    queued = false;
  }

  /// The places of the tasks that need no other.
  List<Integer> ready() {
    return IntStream.range(0, needs.length).filter(task -> needs[task] == 0).boxed().toList();
  }

  Map<String, Integer> pools(int task) {
    return run.graph().task(task).rules().pools();
  }

  Duration time(int task) {
    return run.tasks().getOrDefault(run.graph().task(task).name(), Duration.ZERO);
  }

  /// A task has ended; answers those that can begin now.
  List<Integer> ended(int task) {
    left--;
    var ready = new ArrayList<Integer>();
    for (var follower : run.graph().followers(task)) {
      needs[follower]--;
      if (needs[follower] == 0) ready.add(follower);
    }
    return ready;
  }

  void waited(int task, Duration time) {
    if (time.compareTo(longest) <= 0) return;
    longest = time;
    why =
        "task '%s' would wait for pool %s"
            .formatted(
                run.graph().task(task).name(),
                String.join(" and ", pools(task).keySet().stream().sorted().toList()));
  }

  void stick(int task, String pool, int size) {
    why =
        "task '%s' would never begin: it asks for %d of pool '%s', which would have %d"
            .formatted(
                run.graph().task(task).name(), pools(task).getOrDefault(pool, 0), pool, size);
  }

  void skip() {
    queued = false;
    left = -1;
    why = "it would be skipped: the run before would still run";
  }

  boolean isDone() {
    return left == 0 && end == null;
  }

  void end(Instant at) {
    end = at;
  }

  Course course() {
    var ending =
        queued && why == null ? "it would wait for a run before it that does not end" : why;
    return new Course(run, Optional.ofNullable(end), longest, Optional.ofNullable(ending));
  }
}
