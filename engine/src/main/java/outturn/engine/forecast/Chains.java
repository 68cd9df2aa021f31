package outturn.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import outturn.engine.play.Play;
import outturn.engine.play.Selection;
import outturn.engine.play.State;

/// Of each target the chain of what decides it in one draw: of the first draws the one that is
/// nearest to the median. Such a draw is played again, and told once it stands.
final class Chains {
  private static final int LOOKED_AT = 64;

  private final Layout layout;
  private final Play play;
  private final Tally tally;

  Chains(Layout layout, Play play, Tally tally) {
    this.layout = layout;
    this.play = play;
    this.tally = tally;
  }

  /// By target.
  List<List<Link>> all() {
    var chains = new ArrayList<List<Link>>();
    var byDraw = new TreeMap<Integer, List<Integer>>();
    for (int number = 0; number < layout.targets().size(); number++) {
      chains.add(List.of());
      byDraw.computeIfAbsent(nearest(tally.finishes(number)), _ -> new ArrayList<>()).add(number);
    }
    byDraw.forEach((draw, numbers) -> {
      play.draw(draw);
      var chain = new Chain(layout, play, tally.paths());
      for (int number : numbers) chains.set(number, chain.of(layout.targets().get(number)));
    });
    return chains;
  }

  private static int nearest(long[] finishes) {
    var sorted = finishes.clone();
    Arrays.sort(sorted);
    long median = sorted[Selection.place(0.5, sorted.length)];
    int nearest = 0;
    long least = Long.MAX_VALUE;
    for (int draw = 0; draw < Math.min(LOOKED_AT, finishes.length); draw++) {
      long away = away(finishes[draw], median);
      if (away >= least) continue;
      least = away;
      nearest = draw;
    }
    return nearest;
  }

  private static long away(long one, long other) {
    if (one == other) return 0;
    return one == State.NEVER || other == State.NEVER ? Long.MAX_VALUE - 1 : Math.abs(one - other);
  }
}
