/// Commands about all outcomes and their reviews.
@NullMarked
package outturn.cli.portfolio;

import org.jspecify.annotations.NullMarked;
