/// The statistics of surveys: shares, scores and means with their intervals, weighting against
/// non-response, and what may be shown without telling who answered what.
@NullMarked
package outturn.evidence.survey;

import org.jspecify.annotations.NullMarked;
