/// How long the estimators take, by JMH.
@NullMarked
package outturn.bench.evidence;

import org.jspecify.annotations.NullMarked;
