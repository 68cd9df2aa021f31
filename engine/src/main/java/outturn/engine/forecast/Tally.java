package outturn.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import outturn.engine.play.IntCounts;
import outturn.engine.play.Play;
import outturn.engine.play.Slacks;
import outturn.engine.play.State;

/// What the draws came to.
final class Tally {
  private static final int ROWS_KEPT = 100_000;
  private static final int FEWEST_KEPT = 50;
  private static final int MOST_KEPT = 200;
  private static final int FEWEST_TRACED = 25;
  private static final int STEPS_TRACED = 4_000_000;

  private final Layout layout;
  private final Play play;
  private final Paths paths;
  private final Slacks slacks;
  private final int[] open;
  private final int[] own;
  private final int kept;
  private float[] starts = {};
  private float[] ends = {};
  private float[] slack = {};
  private final int[] successes;
  private final int[] critical;
  private final int[] lastSeen;
  private final int[] onPath;
  private int traces;
  private long steps;
  private int traced;
  private int draws;
  private final long[][] finishes;
  private final long[][] courseFinishes;
  private final List<IntCounts> seen = new ArrayList<>();

  /// @param most as many draws as there may be
  Tally(Layout layout, Play play, int most) {
    int tasks = layout.net().tasks();
    this.layout = layout;
    this.play = play;
    this.paths = new Paths(layout, play);
    this.slacks = new Slacks(layout.net(), play);
    this.open =
        IntStream.range(0, tasks)
            .filter(task -> !layout.isRival(task) && !layout.isOver(task))
            .toArray();
    int fit = Math.clamp(ROWS_KEPT / Math.max(1, open.length), FEWEST_KEPT, MOST_KEPT);
    this.kept = Math.min(most, fit);
    this.successes = new int[open.length];
    this.critical = new int[tasks];
    this.lastSeen = new int[tasks];
    this.onPath = new int[tasks];
    this.own = IntStream.range(0, tasks).map(layout::courseOf).toArray();
    this.finishes = new long[layout.targets().size()][0];
    this.courseFinishes = new long[layout.situation().courses().size()][0];
    Arrays.fill(lastSeen, -1);
    layout.targets().forEach(_ -> seen.add(new IntCounts()));
  }

  /// Makes room for so many draws.
  void expect(int many) {
    for (int number = 0; number < finishes.length; number++) {
      finishes[number] = Arrays.copyOf(finishes[number], many);
    }
    for (int course = 0; course < courseFinishes.length; course++) {
      courseFinishes[course] = Arrays.copyOf(courseFinishes[course], many);
    }
    int rows = Math.min(kept, many) * open.length;
    starts = Arrays.copyOf(starts, rows);
    ends = Arrays.copyOf(ends, rows);
    slack = Arrays.copyOf(slack, rows);
  }

  /// Plays a draw and counts what it comes to; they come one after the other, from 0 on.
  void count(int draw) {
    draws = draw + 1;
    play.draw(draw);
    boolean tracing = draw < FEWEST_TRACED || steps < STEPS_TRACED;
    if (tracing) traced = draws;
    for (int course = 0; course < courseFinishes.length; course++) {
      boolean failed = play.courses().failed(course);
      courseFinishes[course][draw] = failed ? State.NEVER : play.courses().end(course);
    }
    for (int number = 0; number < finishes.length; number++) {
      var target = layout.targets().get(number);
      finishes[number][draw] = paths.finish(target);
      if (tracing && finishes[number][draw] != State.NEVER) trace(number, target, draw);
    }
    for (int at = 0; at < open.length; at++) {
      if (play.state(open[at]) == State.SUCCEEDED) successes[at]++;
    }
    if (draw < kept) keep(draw);
  }

  private void trace(int number, Layout.Target target, int draw) {
    var counts = seen.get(number);
    int stamp = ++traces;
    paths.back(
        paths.root(target),
        task -> {
          steps++;
          if (onPath[task] != stamp && own[task] >= 0) counts.add(task);
          onPath[task] = stamp;
          if (own[task] != target.course() || lastSeen[task] == draw) return;
          lastSeen[task] = draw;
          critical[task]++;
        });
  }

  private void keep(int draw) {
    slacks.clear();
    for (int number = 0; number < finishes.length; number++) {
      if (finishes[number][draw] == State.NEVER) continue;
      var target = layout.targets().get(number);
      if (target.task() < 0) slacks.courseMatters(target.course());
      else slacks.matters(target.task());
    }
    slacks.read();
    int row = draw * open.length;
    for (int at = 0; at < open.length; at++) {
      starts[row + at] = number(play.start(open[at]));
      ends[row + at] =
          play.state(open[at]) == State.SUCCEEDED ? number(play.end(open[at])) : Float.MAX_VALUE;
      slack[row + at] = number(slacks.of(open[at]));
    }
  }

  private static float number(long millis) {
    return millis == State.NEVER ? Float.MAX_VALUE : millis;
  }

  /// Tasks that have not ended before the forecast.
  int[] open() {
    return open;
  }

  /// How many draws were counted.
  int draws() {
    return draws;
  }

  /// What was kept of some open tasks: from `from` to `to` by their places, a row for each.
  float[][] starts(int from, int to) {
    return columns(starts, from, to);
  }

  float[][] ends(int from, int to) {
    return columns(ends, from, to);
  }

  float[][] slacks(int from, int to) {
    return columns(slack, from, to);
  }

  private float[][] columns(float[] rows, int from, int to) {
    int lines = Math.min(kept, draws);
    var columns = new float[to - from][lines];
    for (int draw = 0; draw < lines; draw++) {
      int row = draw * open.length;
      for (int at = from; at < to; at++) columns[at - from][draw] = rows[row + at];
    }
    return columns;
  }

  int successes(int at) {
    return successes[at];
  }

  int critical(int task) {
    return critical[task];
  }

  /// By target, then by draw.
  long[] finishes(int target) {
    return Arrays.copyOf(finishes[target], draws);
  }

  long[] courseFinishes(int course) {
    return Arrays.copyOf(courseFinishes[course], draws);
  }

  /// Of how many draws paths were followed: of the first ones.
  int traced() {
    return traced;
  }

  /// In how many of these a target was reached.
  int reached(int target) {
    return (int)
        Arrays.stream(finishes[target], 0, traced).filter(end -> end != State.NEVER).count();
  }

  /// In how many of the draws of which paths were followed each task of a course was on the path of
  /// a target.
  IntCounts seen(int target) {
    return seen.get(target);
  }

  Paths paths() {
    return paths;
  }
}
