package outturn.engine.play;

import java.util.Arrays;

/// How much later each task of a draw may end without moving the ends that matter: read backwards
/// along needs, what was given back of pools, and turns of courses.
public final class Slacks {
  private final Play play;
  private final Table table;
  private final long[] slack;
  private final long[] before;

  public Slacks(Net net, Play play) {
    this.play = play;
    this.table = play.table();
    this.slack = new long[net.tasks()];
    this.before = new long[net.courses()];
  }

  /// Of the last draw, with nothing that matters yet.
  public void clear() {
    Arrays.fill(slack, State.NEVER);
    Arrays.fill(before, State.NEVER);
  }

  /// The end of this task matters.
  public void matters(int task) {
    slack[task] = 0;
  }

  /// The end of this course matters.
  public void courseMatters(int course) {
    long end = play.courses().end(course);
    for (int task : table.members[course]) {
      if (end != State.NEVER && play.end(task) != State.NEVER) allow(task, end - play.end(task));
    }
  }

  private void allow(int task, long later) {
    if (later < slack[task]) slack[task] = Math.max(0, later);
  }

  /// Reads the draw backwards; then [#of] answers.
  public void read() {
    for (int place = play.ended() - 1; place >= 0; place--) {
      int task = play.inOrder(place);
      if (play.state(task) == State.SKIPPED) continue;
      for (int arc = table.arcsFrom[task]; arc < table.arcsFrom[task + 1]; arc++) {
        int next = table.arcTo[arc];
        if (slack[next] == State.NEVER || play.first(next) == State.NEVER) continue;
        allow(task, slack[next] + play.first(next) - play.end(task));
      }
      if (slack[task] != State.NEVER) backwards(task);
    }
  }

  /// What this task waited for, other than those that it needs, may be later by as much.
  private void backwards(int task) {
    var episodes = play.episodes();
    int last = episodes.last(task);
    if (last < 0) return;
    int causer = episodes.causer(last);
    byte cause = episodes.cause(last);
    if (cause == Cause.POOL) {
      int giver = episodes.task(causer);
      if (play.end(giver) <= play.start(task)) allow(giver, slack[task]);
    } else if (cause == Cause.COURSE) {
      byte why = play.courses().cause(causer);
      if (why == Cause.TURN || why == Cause.DEPENDS) turn(causer, slack[task] + play.first(task));
    }
  }

  /// A course may begin as late as this.
  private void turn(int course, long latest) {
    if (latest >= before[course]) return;
    before[course] = latest;
    for (int task : table.members[play.courses().causer(course)]) {
      if (play.end(task) != State.NEVER) allow(task, latest - play.end(task));
    }
  }

  /// In milliseconds; [State#NEVER] for a task on which nothing depends that matters.
  public long of(int task) {
    return slack[task];
  }
}
