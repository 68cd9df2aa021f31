package outturn.testkit;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Plays the first seeds in a process of its own, and says what came of them.
final class Replay {
  private static final int SEEDS = 4;
  private static final int ROUNDS = 150;

  private Replay() {}

  public static void main(String[] arguments) {
    System.out.print(digests());
  }

  /// One word for each seed: what happened, in what order.
  static String digests() {
    return LongStream.range(0, SEEDS).mapToObj(Replay::digest).collect(Collectors.joining(" "));
  }

  private static String digest(long seed) {
    var simulation = new Simulation(seed);
    simulation.play(ROUNDS);
    return simulation.chronicle().digest();
  }
}
