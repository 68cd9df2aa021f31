package outturn.http.route;

import java.util.Optional;
import java.util.function.Function;

/// What a route's role has to hold for.
public sealed interface Where {
  /// The whole server.
  record Everywhere() implements Where {}

  /// The object that the path names; what is not there is nowhere.
  record Named(Function<Call, Optional<Place>> finder) implements Where {}

  /// Whatever the body names: the handler asks with [Call#need].
  record AsTheBodySays() implements Where {}
}
