package outturn.engine.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.engine.play.Cause;
import outturn.engine.play.Episodes;
import outturn.engine.play.Play;
import outturn.engine.play.State;

/// Tells what decides an end in the draw that has been played, the end first.
final class Chain {
  private static final int LONGEST = 200;

  // Of the queue before a crowded pool nobody reads more, and each run keeps what is told of it.
  private static final int ELSEWHERE = 20;

  private final Layout layout;
  private final Play play;
  private final Episodes episodes;
  private final Paths paths;

  Chain(Layout layout, Play play, Paths paths) {
    this.layout = layout;
    this.play = play;
    this.episodes = play.episodes();
    this.paths = paths;
  }

  List<Link> of(Layout.Target target) {
    var links = new ArrayList<Link>();
    if (paths.finish(target) == State.NEVER) blocked(target, links);
    else decided(paths.root(target), links);
    return links;
  }

  private void decided(int root, List<Link> links) {
    if (root < 0 || layout.isOver(root)) return;
    int course = layout.courseOf(root);
    int elsewhere = 0;
    for (int at = episodes.last(root); at >= 0; at = paths.before(at)) {
      if (layout.isRival(episodes.task(at)) || links.size() == LONGEST) return;
      if (layout.courseOf(episodes.task(at)) != course && ++elsewhere > ELSEWHERE) return;
      links.add(link(at, because(at)));
    }
  }

  private Because because(int episode) {
    int task = episodes.task(episode);
    int causer = episodes.causer(episode);
    var standing = layout.work(task).standing();
    return switch (episodes.cause(episode)) {
      case Cause.NEED -> new Because.Needs(layout.definition(episodes.task(causer)).name());
      case Cause.POOL -> pool(episode);
      case Cause.RESIZE -> opens(episode);
      case Cause.RETRY -> new Because.Retry(attempt(episode));
      case Cause.TIME -> time(standing);
      case Cause.BEFORE -> before(standing, episode);
      default -> began(layout.courseOf(task));
    };
  }

  /// The number of an attempt: that of the last one, less those after this.
  private int attempt(int episode) {
    int task = episodes.task(episode);
    int attempt = play.attempt(task);
    for (int at = episodes.last(task); at != episode; at = episodes.earlier(at)) attempt--;
    return attempt;
  }

  private Because pool(int episode) {
    var pool = layout.poolName(episodes.pool(episode));
    int holder = episodes.task(episodes.causer(episode));
    if (layout.isRival(holder)) {
      var name = layout.rival(holder).name();
      return new Because.Pool(pool, name, name, "");
    }
    var course = layout.course(layout.courseOf(holder));
    return new Because.Pool(
        pool, course.key(), course.workflow(), layout.definition(holder).name());
  }

  private Because opens(int episode) {
    var pool = layout.poolName(episodes.pool(episode));
    var why =
        layout.situation().resizes().stream()
            .filter(resize -> resize.pool().equals(pool))
            .filter(resize -> resize.at().equals(layout.instant(episodes.begin(episode))))
            .map(Resize::why)
            .findFirst()
            .orElse("");
    return new Because.Opens(pool, why);
  }

  private static Because time(Standing standing) {
    return standing instanceof Standing.NotBefore(var until, var why)
        ? new Because.Time(until, why)
        : new Because.Time(Instant.EPOCH, "");
  }

  private Because before(Standing standing, int episode) {
    return switch (standing) {
      case Standing.Running(var since, int attempt) -> new Because.Running(since, attempt);
      case Standing.Delayed(_, int attempt) -> new Because.Retry(attempt);
      case Standing.Ready _,
          Standing.Waiting _,
          Standing.NotBefore _,
          Standing.Ended _,
          Standing.Person _ ->
          new Because.Start(layout.instant(episodes.ready(episode)));
    };
  }

  private Because began(int course) {
    int earlier = play.courses().causer(course);
    return switch (play.courses().cause(course)) {
      case Cause.TURN ->
          new Because.Turn(layout.course(earlier).key(), layout.course(earlier).workflow());
      case Cause.DEPENDS ->
          new Because.Depends(layout.course(earlier).key(), layout.course(earlier).workflow());
      default -> new Because.Start(layout.course(course).begin().earliest());
    };
  }

  private Link link(int episode, Because because) {
    return link(
        episodes.task(episode),
        episodes.ready(episode),
        episodes.begin(episode),
        episodes.end(episode),
        because);
  }

  private Link link(int task, long ready, long begin, long end, Because because) {
    var course = layout.course(layout.courseOf(task));
    var name = layout.definition(task).name();
    return new Link(
        course.key(),
        course.workflow(),
        name,
        instant(ready),
        instant(begin),
        instant(end),
        because);
  }

  private Optional<Instant> instant(long millis) {
    return millis == State.NEVER ? Optional.empty() : Optional.of(layout.instant(millis));
  }

  /// Why an end is never reached.
  private void blocked(Layout.Target target, List<Link> links) {
    int task = target.task() < 0 ? blocker(target.course()) : target.task();
    Set<Integer> seen = new HashSet<>();
    while (task >= 0 && seen.add(task) && links.size() < LONGEST) {
      if (play.state(task) == State.SUCCEEDED || layout.isRival(task)) return;
      int next = blockedBy(task);
      int last = episodes.last(task);
      long ready = last < 0 ? State.NEVER : episodes.ready(last);
      links.add(link(task, ready, play.start(task), State.NEVER, hindrance(task, next)));
      task = next;
    }
  }

  /// Of a course that does not end well, the task that failed, or else one that does not end.
  private int blocker(int course) {
    int first = layout.first(course);
    int stuck = -1;
    for (int task = first; task < first + layout.course(course).graph().size(); task++) {
      boolean counts = !layout.definition(task).conduct().onlyWarns();
      if (play.state(task) == State.FAILED && counts) return task;
      if (play.end(task) == State.NEVER) stuck = stuck < 0 ? task : stuck;
    }
    return stuck;
  }

  /// The task that hinders this one, or -1 when nothing but itself does.
  private int blockedBy(int task) {
    int course = layout.courseOf(task);
    return switch (play.state(task)) {
      case State.SKIPPED -> unfit(task, course);
      case State.WAITING -> {
        for (var need : layout.definition(task).needs()) {
          int needed = layout.task(course, need.task());
          if (play.end(needed) == State.NEVER) yield needed;
        }
        yield hinderingCourse(course).map(this::number).map(this::blocker).orElse(-1);
      }
      default -> -1;
    };
  }

  /// The task that did not end as this one needs it, or what failed the course.
  private int unfit(int task, int course) {
    for (var need : layout.definition(task).needs()) {
      int needed = layout.task(course, need.task());
      if (play.state(needed) == State.FAILED || play.state(needed) == State.SKIPPED) return needed;
    }
    return blocker(course);
  }

  private Optional<String> hinderingCourse(int course) {
    var begin = layout.course(course).begin();
    var hindering = new ArrayList<String>();
    for (var key : begin.depends()) {
      int number = number(key);
      if (number < 0) continue;
      if (play.courses().failed(number) || play.courses().end(number) == State.NEVER) {
        hindering.add(key);
      }
    }
    for (var key : begin.turns()) {
      int number = number(key);
      if (number >= 0 && play.courses().end(number) == State.NEVER) hindering.add(key);
    }
    return hindering.stream().findFirst();
  }

  private int number(String key) {
    var courses = layout.situation().courses();
    for (int number = 0; number < courses.size(); number++) {
      if (courses.get(number).key().equals(key)) return number;
    }
    return -1;
  }

  private Because hindrance(int task, int next) {
    return switch (play.state(task)) {
      case State.FAILED -> new Because.Never("it fails in attempt " + play.attempt(task));
      case State.STUCK ->
          layout.work(task).standing() instanceof Standing.Person(var what)
              ? new Because.Person(what)
              : new Because.Never("it does not go on");
      case State.READY -> never(play.tooSmall(task));
      case State.SKIPPED -> new Because.Never("it is skipped");
      default -> waits(task, next);
    };
  }

  private Because never(int pool) {
    return new Because.Never(
        pool < 0
            ? "what it waits for is never given back"
            : "it asks for more of pool %s than there is".formatted(layout.poolName(pool)));
  }

  private Because waits(int task, int next) {
    if (next >= 0 && layout.courseOf(next) == layout.courseOf(task)) {
      return new Because.Needs(layout.definition(next).name());
    }
    return hinderingCourse(layout.courseOf(task))
        .<Because>map(key -> new Because.Depends(key, layout.course(number(key)).workflow()))
        .orElseGet(() -> new Because.Never("its course never begins"));
  }
}
