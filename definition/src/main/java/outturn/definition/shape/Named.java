package outturn.definition.shape;

import outturn.definition.text.Position;

/// A value under a name that the author of the file chose.
///
/// @param position of the name
public record Named<T>(String name, T value, Position position, Position valuePosition) {}
