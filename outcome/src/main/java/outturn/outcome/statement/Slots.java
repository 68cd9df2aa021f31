package outturn.outcome.statement;

/// The parts of a statement, as far as they were recognised; an empty text where one was not.
///
/// @param who gets it
/// @param change what is different for them
/// @param from how much it is now
/// @param to how much it shall be
/// @param by when
/// @param soThat what it is good for
public record Slots(String who, String change, String from, String to, String by, String soThat) {}
