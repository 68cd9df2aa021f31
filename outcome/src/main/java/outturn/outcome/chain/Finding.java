package outturn.outcome.chain;

import java.util.List;
import outturn.outcome.step.Verdict;

/// What is not in order about a chain.
///
/// @param id stable, such as `ELE-1`
/// @param text what was found, a sentence
/// @param todo what to do about it, a sentence
/// @param about ids of nodes; none when it is about what leads nowhere in the chain
public record Finding(String id, Verdict verdict, String text, String todo, List<String> about) {
  public Finding {
    about = List.copyOf(about);
  }

  static Finding fail(String id, String text, String todo, List<String> about) {
    return new Finding(id, Verdict.FAIL, text, todo, about);
  }

  static Finding warn(String id, String text, String todo, List<String> about) {
    return new Finding(id, Verdict.WARN, text, todo, about);
  }
}
