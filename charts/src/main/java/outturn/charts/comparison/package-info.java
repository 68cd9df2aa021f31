/// Charts of treated units against others.
@NullMarked
package outturn.charts.comparison;

import org.jspecify.annotations.NullMarked;
