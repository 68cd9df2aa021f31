package outturn.definition.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.text.Node.ScalarKind;

class YamlFileTest {
  private final Problems problems = new Problems();

  private List<Node> read(String text) {
    return YamlFile.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
  }

  private List<String> codes() {
    return problems.sorted().stream()
        .map(problem -> "%d:%d %s".formatted(problem.line(), problem.column(), problem.code()))
        .toList();
  }

  @Test
  void keysAndValuesKnowTheirPlace() {
    var document = (Node.Mapping) read("a: 1\nb:\n  - x\n  - {c: 'd'}\n").getFirst();
    var list = (Node.Listing) document.find("b").orElseThrow();
    var inner = (Node.Mapping) list.items().getLast();
    assertThat(document.entries().getLast().key().position()).hasToString("f.yaml:2:1");
    assertThat(list.items().getFirst().position()).hasToString("f.yaml:3:5");
    assertThat(inner.find("c").orElseThrow().position()).hasToString("f.yaml:4:9");
  }

  @ParameterizedTest
  @CsvSource({
    "1, WHOLE",
    "-7, WHOLE",
    "0x1F, WHOLE",
    "1.5, DECIMAL",
    "1e3, DECIMAL",
    ".inf, DECIMAL",
    "true, TRUTH",
    "yes, TEXT",
    "no, TEXT",
    "on, TEXT",
    "~, NULL",
    "null, NULL",
    "06:30, TEXT",
    "2026-03-29, TEXT",
    "012, WHOLE",
    "1_000, TEXT",
    "-, TEXT"
  })
  void plainValuesFollowTheCoreSchema(String text, ScalarKind kind) {
    assertThat(CoreSchema.kindOf(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a: xy${b} ; 1:6",
        "a: \"x\\ty${b}\" ; 1:9",
        "a: 'it''s ${b}' ; 1:11",
        "a: |~  one~  two ${b} ; 3:7",
        "a: >~  one~  two ${b} ; 3:7",
        "a: one~  two ${b} ; 2:7",
        "ü: ä😀${b} ; 1:6",
      })
  void aCharacterOfAValueIsFoundInTheFile(String text, String place) {
    var document = (Node.Mapping) read(text.replace('~', '\n')).getFirst();
    var value = (Node.Scalar) document.entries().getFirst().value();
    var position = value.position(value.text().indexOf("${"));
    assertThat(position.line() + ":" + position.column()).isEqualTo(place);
  }

  @Test
  void severalDocumentsAndAliasesAreRead() {
    var documents = read("a: &x [1, 2]\nb: *x\n---\n# nothing\n---\nc: 3\n");
    assertThat(problems.sorted()).isEmpty();
    assertThat(documents).hasSize(2);
    var first = (Node.Mapping) documents.getFirst();
    assertThat(first.find("b")).isEqualTo(first.find("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 1~a: 2 | 2:1 duplicate-key",
        "a: b: c | 1:5 bad-yaml",
        "a:~\tb: 1 | 2:1 bad-yaml",
        "a: *b | 1:4 unknown-anchor",
        "a: &a [*a] | 1:8 unknown-anchor",
        "a: !!python/object x | 1:4 unexpected-tag",
        "{[1]: 2} | 1:2 bad-key",
        "a: 'x | 1:6 bad-yaml",
        "a: x\u0000y | 1:5 bad-yaml",
      })
  void whatIsWrongIsToldWithItsPlace(String text, String told) {
    read(text.replace('~', '\n'));
    assertThat(codes()).containsExactly(told);
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirPlace() {
    byte[] bytes = {'a', ':', '\n', 'b', (byte) 0xFF};
    assertThat(YamlFile.read("f.yaml", bytes, problems)).isEmpty();
    assertThat(codes()).containsExactly("2:2 not-utf-8");
  }

  @Test
  void aFileWithoutDocumentsHasNoProblems() {
    assertThat(read("")).isEmpty();
    assertThat(read("\uFEFF# only a comment\n")).isEmpty();
    assertThat(read("--- \n...\n")).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void hugeNestingIsRefused() {
    read("[".repeat(100_000));
    read("{a: ".repeat(100_000));
    read("- ".repeat(100_000) + "x");
    assertThat(problems.sorted()).extracting(Problem::code).containsOnly("too-deep");
  }

  @Test
  void aliasesCannotUnfoldIntoALargeDocument() {
    var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (var level = 1; level < 12; level++) {
      var before = "*a" + (level - 1);
      text.append("a%d: &a%d [%s]\n".formatted(level, level, (before + ", ").repeat(9)));
    }
    assertThat(read(text.toString())).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly("too-large");
  }

  @ParameterizedTest
  @CsvSource({"nedes, needs", "neds, needs", "timout, timeout", "xyz, ''"})
  void theNearestWordIsFound(String word, String nearest) {
    assertThat(Nearest.to(word, List.of("needs", "timeout", "when")).orElse("")).isEqualTo(nearest);
  }
}
