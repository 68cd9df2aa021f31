package outturn.store.ownership;

/// The right of an incarnation to write what it decided: it ends when its number has moved on.
///
/// @param number moves on whenever the incarnation takes partitions anew, and when it is declared
///   dead
public record Fence(long incarnation, long number) {}
