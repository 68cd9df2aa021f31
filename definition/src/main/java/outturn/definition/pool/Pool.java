package outturn.definition.pool;

/// Counted capacity.
///
/// @param size how much may be held at once
public record Pool(String name, String title, int size) {}
