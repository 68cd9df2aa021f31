package outturn.evidence.did;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import outturn.evidence.panel.Panel;

/// Which unit stands where, and from when on it counts as treated.
final class Assignment {
  private final int[] units;
  private final int[] starts;

  private Assignment(int[] units, int[] starts) {
    this.units = units;
    this.starts = starts;
  }

  /// As it was.
  static Assignment of(Panel panel) {
    int[] units = IntStream.range(0, panel.units().size()).toArray();
    return new Assignment(units, IntStream.of(units).map(panel::start).toArray());
  }

  /// The starts of all given to the first of the units that were never treated, as many as there
  /// are; the treated ones are left out.
  static Assignment amongControls(Panel panel) {
    int[] units = panel.controls();
    int[] treated = panel.treated();
    int[] starts = new int[units.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i < treated.length ? panel.start(treated[i]) : Panel.NEVER;
    }
    return new Assignment(units, starts);
  }

  int size() {
    return units.length;
  }

  int unit(int place) {
    return units[place];
  }

  int start(int place) {
    return starts[place];
  }

  /// The starts dealt to the units anew.
  Assignment shuffled(RandomGenerator random) {
    int[] shuffled = starts.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int start = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = start;
    }
    return new Assignment(units, shuffled);
  }

  /// As many units drawn with replacement from each that start together.
  Assignment drawn(RandomGenerator random) {
    int[] drawn = new int[units.length];
    for (int i = 0; i < drawn.length; i++) {
      int start = starts[i];
      int[] same =
          IntStream.range(0, units.length).filter(place -> starts[place] == start).toArray();
      drawn[i] = units[same[random.nextInt(same.length)]];
    }
    return new Assignment(drawn, starts);
  }
}
