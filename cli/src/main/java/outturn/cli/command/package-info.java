/// What every command has: where it runs, how it fails, what it exits with.
@NullMarked
package outturn.cli.command;

import org.jspecify.annotations.NullMarked;
