package outturn.definition.objective;

import java.util.Optional;

/// An aim of the organisation that outcomes serve.
///
/// @param owner the group that answers for it
/// @param period for which it is set, in words
/// @param target what is to be reached, in words
public record Objective(
    String name, String title, String owner, Optional<String> period, Optional<String> target) {}
