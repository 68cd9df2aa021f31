package outturn.definition.expression;

import java.util.ArrayList;
import java.util.List;

/// A dotted name in an expression's text.
///
/// @param segments its parts; those behind the name that the vocabulary knows are fields of its
///   value
/// @param starts where each part begins
/// @param ends where each part ends
record Reference(List<String> segments, List<Integer> starts, List<Integer> ends) {

  int start() {
    return starts.getFirst();
  }

  /// All dotted names of a text that begin with one of the words.
  static List<Reference> in(String text, List<String> roots) {
    var found = new ArrayList<Reference>();
    var index = 0;
    while (index < text.length()) {
      var letter = text.charAt(index);
      if (letter == '"' || letter == '\'') {
        index = Quoted.end(text, index, index);
      } else if (startsWord(letter)) {
        var reference = chain(text, index);
        var quote = reference.ends.getFirst();
        var after = followedByQuote(text, quote) && reference.segments.getFirst().length() <= 2;
        if (after) {
          index = Quoted.end(text, index, quote);
          continue;
        }
        if (roots.contains(reference.segments.getFirst()) && !isField(text, index)) {
          found.add(reference);
        }
        index = reference.ends.getLast();
      } else if (Character.isDigit(letter)) {
        while (index < text.length() && isWord(text.charAt(index))) index++;
      } else {
        index++;
      }
    }
    return found;
  }

  private static boolean followedByQuote(String text, int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  private static Reference chain(String text, int from) {
    var segments = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var ends = new ArrayList<Integer>();
    var index = from;
    while (true) {
      var end = index;
      while (end < text.length() && isWord(text.charAt(end))) end++;
      segments.add(text.substring(index, end));
      starts.add(index);
      ends.add(end);
      var more = end + 1 < text.length() && text.charAt(end) == '.';
      if (!more || !startsWord(text.charAt(end + 1))) break;
      index = end + 1;
    }
    return new Reference(segments, starts, ends);
  }

  /// Whether the word at a place is a field of what stands before it.
  private static boolean isField(String text, int at) {
    var before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) before--;
    return before >= 0 && text.charAt(before) == '.';
  }

  private static boolean startsWord(char letter) {
    return letter == '_' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private static boolean isWord(char letter) {
    return startsWord(letter) || (letter >= '0' && letter <= '9');
  }
}
