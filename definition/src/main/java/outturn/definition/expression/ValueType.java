package outturn.definition.expression;

/// The type of an input, an output or an expression; written `string int number boolean date`,
/// `list<…>` and `map` in definitions. A date is text in the form `2026-03-29`.
public sealed interface ValueType {
  ValueType STRING = new Plain("string");
  ValueType INT = new Plain("int");
  ValueType NUMBER = new Plain("number");
  ValueType BOOLEAN = new Plain("boolean");
  ValueType DATE = new Plain("date");
  ValueType MAP = new Plain("map");
  ValueType ANY = new Plain("any");

  /// The word that definitions use.
  String word();

  /// A type without parts.
  record Plain(String word) implements ValueType {}

  /// A list of values of one type.
  record ListOf(ValueType element) implements ValueType {
    @Override
    public String word() {
      return "list<" + element.word() + ">";
    }
  }
}
