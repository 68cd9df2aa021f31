package outturn.http.run;

import java.util.List;
import java.util.Optional;
import outturn.engine.verb.Verb;

/// Something that may be done to a run or a task as it stands.
///
/// @param extent of a rerun
record Way(String verb, Optional<String> extent) {
  static List<Way> of(List<Verb> verbs) {
    return verbs.stream().map(Way::of).toList();
  }

  private static Way of(Verb verb) {
    var extent =
        verb instanceof Verb.Rerun(var how) ? Optional.of(how.word()) : Optional.<String>empty();
    return new Way(verb.word(), extent);
  }
}
