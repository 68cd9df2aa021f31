package outturn.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outturn.definition.flow.Section;
import outturn.definition.workflow.Task;
import outturn.engine.duration.Sampler;
import outturn.engine.play.Sum;

/// The distribution of an end that a few tasks decide one after the other, computed and not drawn:
/// nothing else can make it later.
///
/// It is so where each of these tasks needs one open task at most, asks for no pool, is not limited
/// in time, and fails for good when it fails; and where their lengths have nothing in common.
final class Exact {
  private static final int LONGEST = 5;

  private final double success;
  private final long begin;
  private final Sum sum;

  private Exact(double success, long begin, Sum sum) {
    this.success = success;
    this.begin = begin;
    this.sum = sum;
  }

  static Optional<Exact> of(Layout layout, Layout.Target target) {
    var course = layout.course(target.course());
    boolean waits = !course.begin().depends().isEmpty() || !course.begin().turns().isEmpty();
    if (waits || (target.task() < 0 && hasFailed(course))) return Optional.empty();
    var open = course.graph().tasks().stream().filter(task -> !isOver(course, task)).toList();
    return chain(course, target, open).map(tasks -> of(layout.situation().now(), course, tasks));
  }

  /// Whether the end of the course cannot be a good one any more.
  private static boolean hasFailed(Course course) {
    return course.graph().tasks().stream()
        .filter(task -> !task.conduct().onlyWarns())
        .map(task -> course.works().get(task.name()))
        .anyMatch(work ->
            work != null
                && work.standing() instanceof Standing.Ended(var how, _)
                && how == Task.End.FAILED);
  }

  private static boolean isOver(Course course, Task task) {
    var work = course.works().get(task.name());
    return work != null && work.standing() instanceof Standing.Ended;
  }

  /// The open tasks that lead to a target, in order, if they are a plain chain.
  private static Optional<List<Task>> chain(Course course, Layout.Target target, List<Task> open) {
    var name = target.promise().flatMap(Course.Promise::task);
    var last =
        name.isEmpty()
            ? open.stream().reduce((_, later) -> later)
            : open.stream().filter(task -> task.name().equals(name.get())).findFirst();
    var chain = new ArrayList<Task>();
    while (last.isPresent() && chain.size() <= LONGEST) {
      var task = last.get();
      chain.addFirst(task);
      var needed =
          open.stream()
              .filter(
                  each -> task.needs().stream().anyMatch(need -> need.task().equals(each.name())))
              .toList();
      if (needed.size() > 1) return Optional.empty();
      last = needed.stream().findFirst();
    }
    boolean whole = name.isPresent() || chain.size() == open.size();
    boolean plain = chain.stream().allMatch(task -> isPlain(course, task, chain.size()));
    boolean fits = !chain.isEmpty() && chain.size() <= LONGEST;
    return fits && whole && plain ? Optional.of(List.copyOf(chain)) : Optional.empty();
  }

  private static boolean isPlain(Course course, Task task, int tasks) {
    var work = course.works().get(task.name());
    if (work == null) return false;
    boolean stands =
        work.standing() instanceof Standing.Waiting || work.standing() instanceof Standing.Running;
    boolean once = work.length().failure() == 0 || task.rules().retry().attempts() == 1;
    boolean apart = work.length().common() == 0 || tasks == 1;
    boolean usual = task.conduct().section() == Section.TASKS && !task.conduct().onlyWarns();
    boolean free = work.pools().isEmpty() && task.rules().timeout().isEmpty();
    return stands && once && apart && usual && free && needsAreMet(course, task);
  }

  /// Whether what it needs and is over has ended as it accepts, and that needed to go well.
  private static boolean needsAreMet(Course course, Task task) {
    return task.needs().stream()
        .allMatch(need -> {
          var needed = course.graph().task(course.graph().place(need.task()));
          var work = course.works().get(need.task());
          var end =
              work != null && work.standing() instanceof Standing.Ended(var how, _)
                  ? how
                  : Task.End.SUCCEEDED;
          return need.accepts(end, needed.conduct()) && end == Task.End.SUCCEEDED;
        });
  }

  private static Exact of(Instant now, Course course, List<Task> tasks) {
    double success = 1;
    var lengths = new ArrayList<Sampler>();
    for (var task : tasks) lengths.add(length(course, task));
    for (var length : lengths) success *= 1 - length.failure();
    var first = course.works().get(tasks.getFirst().name());
    if (first != null && first.standing() instanceof Standing.Running(var since, _)) {
      long elapsed = Math.max(0, Duration.between(since, now).toMillis());
      return new Exact(success, 0, new Sum(lengths, elapsed));
    }
    long begin = Math.max(0, Duration.between(now, course.begin().earliest()).toMillis());
    return new Exact(success, begin, new Sum(lengths, 0));
  }

  private static Sampler length(Course course, Task task) {
    var work = course.works().get(task.name());
    if (work == null)
      throw new IllegalStateException("no work for task '%s'".formatted(task.name()));
    return work.length();
  }

  /// That the end comes within so many milliseconds from now.
  double chance(long millis) {
    return success * sum.within((double) (millis - begin));
  }

  Expected expected(Instant now) {
    return new Expected(at(now, 0.1), at(now, 0.5), at(now, 0.9));
  }

  private Optional<Instant> at(Instant now, double share) {
    if (share >= success) return Optional.empty();
    return Optional.of(now.plusMillis(begin + (long) sum.quantile(share / success)));
  }
}
