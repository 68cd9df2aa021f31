/// Measures and their observations.
@NullMarked
package outturn.http.measure;

import org.jspecify.annotations.NullMarked;
