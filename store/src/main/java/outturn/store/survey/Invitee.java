package outturn.store.survey;

import java.util.List;

/// Somebody who is asked.
///
/// @param groups one for each attribute of the population
public record Invitee(String address, String language, List<String> groups) {
  public Invitee {
    groups = List.copyOf(groups);
  }
}
