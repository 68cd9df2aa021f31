/// What an outcome is worth in money of a price year, with its uncertainty.
@NullMarked
package outturn.evidence.money;

import org.jspecify.annotations.NullMarked;
