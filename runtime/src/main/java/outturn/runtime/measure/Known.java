package outturn.runtime.measure;

import java.util.Optional;
import outturn.definition.measure.Measure;
import outturn.outcome.position.Latest;
import outturn.runtime.project.InForce;

/// A measure in force, and how much is known of it.
///
/// @param last the latest value of the whole
/// @param observations periods with a value, of all segments
public record Known(InForce.Entry<Measure> measure, Optional<Latest> last, long observations) {}
