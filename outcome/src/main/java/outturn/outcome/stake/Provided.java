package outturn.outcome.stake;

import outturn.definition.service.Service;

/// A service in force.
///
/// @param project that defines it
/// @param file of that project, which is the source of its figures
public record Provided(String project, String file, Service service) {}
