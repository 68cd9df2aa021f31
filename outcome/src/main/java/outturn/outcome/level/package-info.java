/// Service levels: how often the outputs of services kept their promises, and how much is left of
/// what may go wrong.
@NullMarked
package outturn.outcome.level;

import org.jspecify.annotations.NullMarked;
