/// A project: a folder of files, read as one.
@NullMarked
package outturn.definition.project;

import org.jspecify.annotations.NullMarked;
