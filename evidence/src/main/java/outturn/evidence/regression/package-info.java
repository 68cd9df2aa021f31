/// Linear and Poisson regression of one series, with errors that follow each other and with gaps.
@NullMarked
package outturn.evidence.regression;

import org.jspecify.annotations.NullMarked;
