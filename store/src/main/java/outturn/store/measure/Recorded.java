package outturn.store.measure;

/// What became of observations that were to be recorded: how many were the first of their period,
/// differed from what was known, and told nothing new.
public record Recorded(int added, int revised, int unchanged) {}
