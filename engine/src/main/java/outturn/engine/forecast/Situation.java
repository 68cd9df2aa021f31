package outturn.engine.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known at an instant of the work under way and to come.
///
/// @param courses runs that live, and those to come
/// @param pools sizes by name; what is not among them has no limit. Slots of workers are pools too,
///   see [Slot]
/// @param resizes what becomes of the sizes later
/// @param rivals who else holds of the pools
public record Situation(
    Instant now,
    List<Course> courses,
    Map<String, Integer> pools,
    List<Resize> resizes,
    List<Rival> rivals) {
  public Situation {
    courses = List.copyOf(courses);
    pools = Map.copyOf(pools);
    resizes = List.copyOf(resizes);
    rivals = List.copyOf(rivals);
  }

  /// As it would be.
  public Situation with(WhatIf... suppositions) {
    var supposed = this;
    for (var each : suppositions) supposed = each.in(supposed);
    return supposed;
  }
}
