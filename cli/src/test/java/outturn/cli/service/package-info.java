/// Tests of services and of what is at risk.
@NullMarked
package outturn.cli.service;

import org.jspecify.annotations.NullMarked;
