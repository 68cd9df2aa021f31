/// Text for people: tables, words for states, times and numbers.
@NullMarked
package outturn.cli.terminal;

import org.jspecify.annotations.NullMarked;
