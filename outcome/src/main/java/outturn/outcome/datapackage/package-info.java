/// The data package of an outcome: its data, its terms and its finding in files, from which anybody
/// can do the analysis again without a server.
@NullMarked
package outturn.outcome.datapackage;

import org.jspecify.annotations.NullMarked;
