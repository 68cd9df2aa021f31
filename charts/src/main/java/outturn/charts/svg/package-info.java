/// Writing themable SVG: elements, paints, and room for text.
@NullMarked
package outturn.charts.svg;

import org.jspecify.annotations.NullMarked;
