/// Services: what is at risk, how promises are kept, and their levels for other programs.
@NullMarked
package outturn.cli.service;

import org.jspecify.annotations.NullMarked;
