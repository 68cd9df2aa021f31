/// How likely a plan is to reach its target: the plan is simulated many times, from its levers to
/// the measured values, and held against what arrives.
@NullMarked
package outturn.evidence.attainment;

import org.jspecify.annotations.NullMarked;
