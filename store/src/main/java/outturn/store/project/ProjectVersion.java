package outturn.store.project;

import java.time.Instant;

/// A version of a project.
///
/// @param number counts the versions of the project from 1
/// @param hash of all paths and contents
/// @param by a user
public record ProjectVersion(
    long id, String project, int number, String hash, Instant applied, String by) {}
