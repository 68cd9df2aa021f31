/// The values of measures, with what was known when.
@NullMarked
package outturn.store.measure;

import org.jspecify.annotations.NullMarked;
