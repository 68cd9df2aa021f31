package outturn.outcome.statement;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What kind of thing a word names.
final class Lexicon {
  private static final Properties WORDS = Resource.properties("words.properties");

  /// How English makes names for people: those who do (-er, -or, -ist, -ian) and those to whom it
  /// is done (-ee); in the plural, where few other words end so.
  private static final Pattern PEOPLE = Pattern.compile("[a-z-]{2,}(er|or|ee|ist|ian)s");

  private final Map<String, Set<String>> kinds = new HashMap<>();

  Lexicon(Organisation organisation) {
    for (var kind : WORDS.stringPropertyNames()) {
      kinds.put(kind, words(WORDS.getProperty(kind), kind));
    }
    add("people", organisation.people());
    add("technology", organisation.technology());
    add("glossary", organisation.glossary());
  }

  /// Lists with a semicolon hold phrases.
  private static Set<String> words(String list, String kind) {
    var phrases = list.contains(";");
    return Arrays.stream(list.split(phrases ? ";" : "\\s+", -1))
        .map(String::strip)
        .map(word -> kind.equals("glossary") ? word : word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private void add(String kind, List<String> more) {
    var lower = kind.equals("glossary") ? more.stream() : more.stream().map(Lexicon::lower);
    kinds.merge(kind, lower.collect(Collectors.toSet()), Lexicon::union);
  }

  private static Set<String> union(Collection<String> one, Collection<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  boolean is(String kind, String word) {
    return all(kind).contains(word);
  }

  /// Words or phrases of a kind.
  Set<String> all(String kind) {
    return kinds.getOrDefault(kind, Set.of());
  }

  boolean isPerson(String word) {
    if (is("people", word) || is("people", singular(word))) return true;
    return PEOPLE.matcher(word).matches() && !isThing(singular(word));
  }

  private boolean isThing(String noun) {
    return is("things", noun)
        || is("technology", noun)
        || is("measure", noun)
        || is("business", noun)
        || is("comparative", noun);
  }

  boolean isBusiness(String word) {
    return is("business", word) || is("business", singular(word));
  }

  boolean isTechnology(String word) {
    return is("technology", word) || is("technology", singular(word));
  }

  boolean isMeasure(String word) {
    return is("measure", word) || is("measure", singular(word));
  }

  /// The base form, or the form for he, she or it.
  boolean isChangeVerb(String word) {
    return is("verb.change", word) || is("verb.change", singular(word));
  }

  boolean isFiniteVerb(String word) {
    return is("verb.finite", word) || isChangeVerb(word);
  }

  /// A noun in the singular, by the rules of English; verbs lose their -s by the same rules.
  static String singular(String word) {
    if (word.endsWith("children")) return word.substring(0, word.length() - 3);
    if (word.endsWith("men")) return word.substring(0, word.length() - 2) + "an";
    if (word.endsWith("ies") && word.length() > 4)
      return word.substring(0, word.length() - 3) + "y";
    if (word.matches(".*(ss|sh|ch|x|z)es")) return word.substring(0, word.length() - 2);
    if (word.endsWith("s") && !word.endsWith("ss")) return word.substring(0, word.length() - 1);
    return word;
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
