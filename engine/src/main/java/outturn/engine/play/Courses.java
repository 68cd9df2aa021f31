package outturn.engine.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the courses go in a draw: when each begins and ends, and whether it fails.
public final class Courses {
  private final Net net;
  private final Table table;
  private final int[] open;
  private final int[] left;
  private final int[] waits;
  private final int[] last;
  private final long[] end;
  private final boolean[] failed;
  private final boolean[] failedBefore;
  private final byte[] cause;
  private final int[] causer;
  private final List<List<Integer>> waiting = new ArrayList<>();

  Courses(Net net, Table table) {
    int courses = net.courses();
    this.net = net;
    this.table = table;
    this.open = new int[courses];
    this.left = new int[courses];
    this.waits = new int[courses];
    this.last = new int[courses];
    this.end = new long[courses];
    this.failed = new boolean[courses];
    this.failedBefore = new boolean[courses];
    this.cause = new byte[courses];
    this.causer = new int[courses];
    for (int course = 0; course < courses; course++) {
      waiting.add(new ArrayList<>());
      for (int task : table.members[course]) {
        if (!State.ended(table.states[task])) open[course]++;
        failedBefore[course] |= table.states[task] == State.FAILED && table.counts[task];
      }
    }
    for (int course = 0; course < courses; course++) {
      for (int before : net.courses.get(course).depends()) waiting.get(before).add(course);
      for (int before : net.courses.get(course).turns()) waiting.get(before).add(course);
    }
  }

  void clear() {
    System.arraycopy(open, 0, left, 0, left.length);
    System.arraycopy(failedBefore, 0, failed, 0, failed.length);
    Arrays.fill(end, State.NEVER);
    Arrays.fill(last, Net.NONE);
    for (int course = 0; course < waits.length; course++) {
      var path = net.courses.get(course);
      waits[course] = path.depends().size() + path.turns().size();
      cause[course] = path.earliest() > 0 ? Cause.TIME : Cause.BEFORE;
    }
  }

  /// The draw begins.
  void begin(int course, Play play) {
    if (left[course] == 0) {
      overBefore(course, play);
    } else if (waits[course] == 0) {
      beginsAt(course, net.courses.get(course).earliest(), play);
    }
  }

  /// All of it has ended before the draw.
  private void overBefore(int course, Play play) {
    long latest = Long.MIN_VALUE;
    for (int task : table.members[course]) {
      if (table.times[task] <= latest) continue;
      latest = table.times[task];
      last[course] = task;
    }
    ends(course, Math.min(0, latest), play);
  }

  private void beginsAt(int course, long at, Play play) {
    if (at > play.now()) play.wake(course, at);
    else play.courseBegins(course);
  }

  void due(int course, Play play) {
    play.courseBegins(course);
  }

  void taskEnded(int task, byte how, Play play) {
    int course = table.course[task];
    if (course == Net.NONE) return;
    if (how == State.FAILED && table.counts[task]) failed[course] = true;
    left[course]--;
    last[course] = task;
    if (left[course] == 0) ends(course, play.now(), play);
  }

  private void ends(int course, long at, Play play) {
    end[course] = at;
    for (int next : waiting.get(course)) {
      boolean depends = net.courses.get(next).depends().contains(course);
      if (depends && failed[course]) continue;
      waits[next]--;
      cause[next] = depends ? Cause.DEPENDS : Cause.TURN;
      causer[next] = course;
      if (waits[next] > 0) continue;
      long earliest = net.courses.get(next).earliest();
      if (earliest > play.now()) cause[next] = Cause.TIME;
      beginsAt(next, earliest, play);
    }
  }

  /// Whether a task is to run by its section, now that its turn has come.
  boolean wants(int task) {
    int course = table.course[task];
    return switch (table.section[task]) {
      case TASKS, ALWAYS -> true;
      case ON_SUCCESS -> !failed[course];
      case ON_FAILURE -> failed[course];
    };
  }

  /// When it ended, or [State#NEVER].
  public long end(int course) {
    return end[course];
  }

  public boolean failed(int course) {
    return failed[course];
  }

  /// The task of it that ended last, or -1.
  public int last(int course) {
    return last[course];
  }

  /// Why it began no earlier; see [Cause].
  public byte cause(int course) {
    return cause[course];
  }

  /// The course that was the cause.
  public int causer(int course) {
    return causer[course];
  }
}
