/// Measures: collected, entered by hand, read.
@NullMarked
package outturn.runtime.measure;

import org.jspecify.annotations.NullMarked;
