package outturn.store.project;

/// Something that a project defines, and the version that says what it is: an older one than the
/// project's current one if it has gone from the folder and was not removed.
///
/// @param version the id of that version
public record ObjectInForce(ObjectName name, String project, long version) {}
