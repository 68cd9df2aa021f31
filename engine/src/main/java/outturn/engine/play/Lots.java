package outturn.engine.play;

import java.util.Arrays;

/// The lengths of the first attempts of some draws ahead, task by task: so what is known of a task
/// is read once for many draws.
///
/// They are the numbers that each attempt would draw for itself.
final class Lots {
  private static final int AHEAD = 8;

  private final Net net;
  private final Table table;
  private final long seed;
  private final int[] drawn;
  private final int tasks;
  private final long[] lots;
  private final long[] draws = new long[AHEAD];
  private final double[] luck = new double[AHEAD];
  private int from;
  private int until;
  private int row;

  Lots(Net net, Table table, long seed) {
    this.net = net;
    this.table = table;
    this.seed = seed;
    this.tasks = table.states.length;
    this.drawn = table.toBegin();
    this.lots = new long[AHEAD * tasks];
  }

  /// From now on [#of] answers for this draw. Draws that follow each other are made some at a time.
  void turnTo(int draw) {
    if (draw < from || draw >= until) make(draw, draw == 0 || draw == until ? AHEAD : 1);
    row = (draw - from) * tasks;
  }

  private void make(int first, int count) {
    from = first;
    until = first + count;
    for (int at = 0; at < count; at++) draws[at] = Numbers.of(seed, first + at);
    Arrays.fill(luck, 0);
    int course = Net.NONE;
    for (int task : drawn) {
      if (table.commons[task] > 0 && table.course[task] != course) {
        course = table.course[task];
        for (int at = 0; at < count; at++) luck[at] = Table.luck(net, course, draws[at]);
      }
      lots(task, count);
    }
  }

  private void lots(int task, int count) {
    int place = task;
    for (int at = 0; at < count; at++) {
      long number = Numbers.of(draws[at] ^ table.keys[task], table.attempts[task]);
      lots[place] = table.lot(task, number, luck[at]);
      place += tasks;
    }
  }

  /// How long the first attempt of a task takes in this draw, as [Table#lot] has it.
  long of(int task) {
    return lots[row + task];
  }
}
