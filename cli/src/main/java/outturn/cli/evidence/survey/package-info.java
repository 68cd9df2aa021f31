/// Commands for the statistics of surveys, from counts or from a CSV file with one row per answer.
@NullMarked
package outturn.cli.evidence.survey;

import org.jspecify.annotations.NullMarked;
