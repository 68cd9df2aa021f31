/// Figures of a running server, for Prometheus.
@NullMarked
package outturn.runtime.metric;

import org.jspecify.annotations.NullMarked;
