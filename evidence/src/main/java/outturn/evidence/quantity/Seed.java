package outturn.evidence.quantity;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Where the random numbers of a simulation begin: the same seed gives the same numbers on every
/// machine.
///
/// Steele, Vigna, *LXM: Better Splittable Pseudorandom Number Generators (and Almost as Fast)*,
/// OOPSLA (2021): L64X128Mix, as it comes with the JDK.
public record Seed(long value) {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  public RandomGenerator generator() {
    return FACTORY.create(value);
  }

  /// Numbers of their own for a named part of a simulation, so that they stay the same when other
  /// parts are added or left out.
  public RandomGenerator generator(String part) {
    return FACTORY.create(value ^ hash(part));
  }

  /// Fowler, Noll, Vo, *The FNV Non-Cryptographic Hash Algorithm*: FNV-1a of 64 bits.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
