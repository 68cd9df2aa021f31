/// What people are to hear of.
@NullMarked
package outturn.engine.news;

import org.jspecify.annotations.NullMarked;
