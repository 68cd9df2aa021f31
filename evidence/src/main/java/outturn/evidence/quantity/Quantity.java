package outturn.evidence.quantity;

import java.util.random.RandomGenerator;

/// A number that is not known exactly, and how it is drawn in a simulation.
public sealed interface Quantity permits Pert, Sample {
  double mean();

  /// The value of one draw of a simulation.
  ///
  /// @param index number of the draw, from 0: quantities that one analysis estimated together are
  ///   drawn together
  double draw(int index, RandomGenerator random);
}
