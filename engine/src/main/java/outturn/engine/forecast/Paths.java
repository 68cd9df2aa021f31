package outturn.engine.forecast;

import java.util.function.IntConsumer;
import outturn.engine.play.Cause;
import outturn.engine.play.Play;
import outturn.engine.play.State;

/// What decides the ends of a draw: from an end back through needs, what was given back of pools,
/// and turns of courses.
final class Paths {
  private final Play play;
  private final boolean[] over;

  Paths(Layout layout, Play play) {
    this.play = play;
    this.over = new boolean[layout.net().tasks()];
    for (int task = 0; task < over.length; task++) over[task] = layout.isOver(task);
  }

  /// When what matters has ended well, or [State#NEVER].
  long finish(Layout.Target target) {
    boolean failed = play.courses().failed(target.course());
    if (target.task() < 0) return failed ? State.NEVER : play.courses().end(target.course());
    return switch (play.state(target.task())) {
      case State.SUCCEEDED -> play.end(target.task());
      case State.SKIPPED -> failed ? State.NEVER : play.end(target.task());
      default -> State.NEVER;
    };
  }

  /// The task that ended last of what matters, or -1.
  int root(Layout.Target target) {
    return target.task() < 0 ? play.courses().last(target.course()) : target.task();
  }

  /// All tasks that decide when this one ended, itself first, and those only that had not ended
  /// when the draw began. One that is tried again may be seen twice.
  void back(int root, IntConsumer seen) {
    if (root < 0 || over[root]) return;
    for (int at = play.episodes().last(root); at >= 0; at = before(at)) {
      seen.accept(play.episodes().task(at));
    }
  }

  /// The attempt whose end let this one begin, or -1.
  int before(int episode) {
    var episodes = play.episodes();
    int causer = episodes.causer(episode);
    return switch (episodes.cause(episode)) {
      case Cause.NEED, Cause.POOL, Cause.RETRY -> causer;
      case Cause.COURSE -> {
        byte why = play.courses().cause(causer);
        if (why != Cause.TURN && why != Cause.DEPENDS) yield -1;
        int last = play.courses().last(play.courses().causer(causer));
        yield last < 0 ? -1 : episodes.last(last);
      }
      default -> -1;
    };
  }
}
