package outturn.engine.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import outturn.definition.flow.Conduct;
import outturn.definition.flow.Section;
import outturn.definition.workflow.Task;

/// Courses, tasks and pools by number, and where they stand when draws begin. Times are
/// milliseconds from now. A rival is a task of no course.
public final class Net {
  static final int NONE = -1;

  final List<Job> jobs = new ArrayList<>();
  final List<Path> courses = new ArrayList<>();
  final List<Integer> sizes = new ArrayList<>();
  final List<Integer> slots = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  final List<Start> starts = new ArrayList<>();
  final List<Arc> arcs = new ArrayList<>();
  final List<Kind> kinds = new ArrayList<>();
  final Map<Kind, Integer> kindNumbers = new HashMap<>();

  /// A course: who it waits for.
  ///
  /// @param workflow a number for each
  record Path(long key, int workflow, long earliest, List<Integer> depends, List<Integer> turns) {}

  /// A pool's size from a time on.
  record Change(int pool, long at, int size) {}

  /// Where a task stands at first.
  ///
  /// @param time since when, until when or at which, by its state
  record Start(byte state, long time, int attempt) {}

  record Arc(int from, int to, int accepted) {}

  /// Tasks that ask for the same, are as urgent, and are of one workflow.
  record Kind(int workflow, int priority, Map<Integer, Integer> asks) {}

  /// @return the number of the pool
  public int pool(int size) {
    sizes.add(size);
    return sizes.size() - 1;
  }

  /// Slots of workers, of which no workflow takes the last ones.
  ///
  /// @return the number of the pool
  public int slots(int size) {
    slots.add(pool(size));
    return slots.getLast();
  }

  public void resize(int pool, long at, int size) {
    changes.add(new Change(pool, at, size));
  }

  /// @return the number of the course
  public int course(
      long key, int workflow, long earliest, List<Integer> depends, List<Integer> turns) {
    courses.add(new Path(key, workflow, earliest, List.copyOf(depends), List.copyOf(turns)));
    return courses.size() - 1;
  }

  /// @return the number of the task
  public int task(Job job) {
    jobs.add(job);
    starts.add(new Start(State.WAITING, 0, 1));
    return jobs.size() - 1;
  }

  /// A task needs another, which may end in these ways.
  public void need(int from, int to, Task.Need need) {
    var needed = jobs.get(from).rules().conduct();
    int accepted = 0;
    if (need.accepts(Task.End.SUCCEEDED, needed)) accepted |= State.bit(State.SUCCEEDED);
    if (need.accepts(Task.End.FAILED, needed)) accepted |= State.bit(State.FAILED);
    if (need.accepts(Task.End.SKIPPED, needed)) accepted |= State.bit(State.SKIPPED);
    arcs.add(new Arc(from, to, accepted));
  }

  public void ready(int task, long since, int attempt) {
    starts.set(task, new Start(State.READY, since, attempt));
  }

  public void running(int task, long since, int attempt) {
    starts.set(task, new Start(State.RUNNING, since, attempt));
  }

  public void delayed(int task, long until, int attempt) {
    starts.set(task, new Start(State.DELAYED, until, attempt));
  }

  public void stuck(int task) {
    starts.set(task, new Start(State.STUCK, 0, 1));
  }

  public void ended(int task, Task.End end, long at) {
    var state =
        switch (end) {
          case SUCCEEDED -> State.SUCCEEDED;
          case FAILED -> State.FAILED;
          case SKIPPED -> State.SKIPPED;
        };
    starts.set(task, new Start(state, at, 1));
  }

  public int tasks() {
    return jobs.size();
  }

  public int courses() {
    return courses.size();
  }

  /// The number of the kind of a task that asks for something; another of the same kind has the
  /// same.
  int kind(int task) {
    var job = jobs.get(task);
    if (job.asks().isEmpty()) return NONE;
    int workflow = job.course() == NONE ? NONE : courses.get(job.course()).workflow();
    var kind = new Kind(workflow, job.priority(), job.asks());
    return kindNumbers.computeIfAbsent(
        kind,
        _ -> {
          kinds.add(kind);
          return kinds.size() - 1;
        });
  }

  int workflows() {
    return courses.stream().mapToInt(Path::workflow).max().orElse(NONE) + 1;
  }

  /// Whether its failure fails the run.
  boolean counts(int task) {
    var conduct = jobs.get(task).rules().conduct();
    return conduct.section() == Section.TASKS && conduct.failing() == Conduct.Failing.COUNTS;
  }

  /// For each task the places of the arcs that lead away from it: from `at[task]` to `at[task +
  /// 1]`, in an order in which arcs of one task stand together.
  int[] arcStarts() {
    var at = new int[tasks() + 1];
    for (var arc : arcs) at[arc.from() + 1]++;
    for (int task = 0; task < tasks(); task++) at[task + 1] += at[task];
    return at;
  }

  /// The arcs, by the task from which they lead.
  List<Arc> sortedArcs() {
    return IntStream.range(0, arcs.size())
        .mapToObj(arcs::get)
        .sorted((one, other) -> Integer.compare(one.from(), other.from()))
        .toList();
  }
}
