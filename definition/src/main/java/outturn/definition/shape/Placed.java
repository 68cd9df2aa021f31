package outturn.definition.shape;

import outturn.definition.text.Position;

/// A value and where it stands.
public record Placed<T>(T value, Position position) {}
