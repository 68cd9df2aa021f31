/// Paths into JSON values.
@NullMarked
package outturn.definition.jsonpath;

import org.jspecify.annotations.NullMarked;
