package outturn.outcome.step;

/// One thing that a gate asks, and what was found.
///
/// @param id stable, such as `OUT-1`; those of statements are the rules of `docs/evidence.md`
/// @param text what was found, a sentence
/// @param todo what to do about it, a sentence; empty where there is nothing to do
public record Check(String id, Verdict verdict, String text, String todo, About about) {

  static Check pass(String id, About about, String text) {
    return new Check(id, Verdict.PASS, text, "", about);
  }

  static Check warn(String id, About about, String text, String todo) {
    return new Check(id, Verdict.WARN, text, todo, about);
  }

  static Check fail(String id, About about, String text, String todo) {
    return new Check(id, Verdict.FAIL, text, todo, about);
  }
}
