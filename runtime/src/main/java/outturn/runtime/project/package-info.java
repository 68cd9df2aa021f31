/// Versions of projects: read once, laid out on disk once.
@NullMarked
package outturn.runtime.project;

import org.jspecify.annotations.NullMarked;
