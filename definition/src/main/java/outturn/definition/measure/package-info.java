/// Measures: a quantity with unit, direction, cadence and source.
@NullMarked
package outturn.definition.measure;

import org.jspecify.annotations.NullMarked;
