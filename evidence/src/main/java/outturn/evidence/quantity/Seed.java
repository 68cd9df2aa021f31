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
}
