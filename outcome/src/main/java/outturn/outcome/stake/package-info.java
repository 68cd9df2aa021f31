/// What is at stake when work comes late: from deadlines over the outputs of services to outcomes
/// and their worth.
@NullMarked
package outturn.outcome.stake;

import org.jspecify.annotations.NullMarked;
