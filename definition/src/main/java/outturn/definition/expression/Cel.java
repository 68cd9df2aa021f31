package outturn.definition.expression;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CEL with the limits under which expressions live. Its variables are `v0`, `v1`, … so that
/// expressions which differ in names alone are compiled once.
///
/// Made when the first expression needs it: loading the library takes longer than reading a hundred
/// files.
final class Cel {
  static final int LONGEST = 4000;
  private static final CelOptions LIMITS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(64)
          .maxParseExpressionNodeCount(2_000)
          .maxParseErrorRecoveryLimit(4)
          .build();

  // A checker declares all functions anew for each expression, which is most of its time.
  private static final CelStandardDeclarations FUNCTIONS =
      CelStandardDeclarations.newBuilder()
          .filterFunctions((function, overload) -> isUseful(overload.celOverloadDecl()))
          .build();

  private final CelParser parser =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(LIMITS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(LIMITS).build();

  /// What came of compiling.
  sealed interface Compiled {
    record Ready(ValueType type, CelRuntime.Program program) implements Compiled {}

    /// @param offset into the text
    record Wrong(int offset, String message) implements Compiled {}
  }

  /// @param types of the variables `v0`, `v1`, …
  Compiled compile(String text, List<ValueType> types) {
    try {
      return check(text, types);
    } catch (CelValidationException | CelEvaluationException wrong) {
      return new Compiled.Wrong(0, String.valueOf(wrong.getMessage()));
    } catch (StackOverflowError deep) {
      return new Compiled.Wrong(0, "the expression is nested too deep");
    }
  }

  private Compiled check(String text, List<ValueType> types)
      throws CelValidationException, CelEvaluationException {
    var parsed = parser.parse(text);
    if (parsed.hasError()) return wrong(text, parsed.getErrors());
    var variables = new ArrayList<CelVarDecl>();
    for (var index = 0; index < types.size(); index++) {
      variables.add(CelVarDecl.newVarDeclaration("v" + index, celType(types.get(index))));
    }
    var checker =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(LIMITS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(FUNCTIONS)
            .addVarDeclarations(variables)
            .build();
    var checked = checker.check(parsed.getAst());
    if (checked.hasError()) return wrong(text, checked.getErrors());
    return ready(checked.getAst());
  }

  private Compiled ready(CelAbstractSyntaxTree tree) throws CelEvaluationException {
    var type = valueType(tree.getResultType());
    if (type.isEmpty()) {
      return new Compiled.Wrong(
          0,
          "the value is of type %s, which tasks cannot take; make it text with string( … )"
              .formatted(tree.getResultType().name()));
    }
    return new Compiled.Ready(type.get(), runtime.createProgram(tree));
  }

  private static Compiled wrong(String text, List<CelIssue> issues) {
    var first = issues.getFirst();
    var line = first.getSourceLocation().getLine();
    var offset = 0;
    for (var at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
    var column = Math.max(0, first.getSourceLocation().getColumn());
    var inLine =
        text.offsetByCodePoints(
            offset, Math.min(column, text.codePointCount(offset, text.length())));
    return new Compiled.Wrong(inLine, CelMessages.plain(first.getMessage()));
  }

  /// Definitions have neither unsigned numbers nor bytes.
  private static boolean isUseful(CelOverloadDecl function) {
    return isUseful(function.resultType())
        && function.parameterTypes().stream().allMatch(Cel::isUseful);
  }

  private static boolean isUseful(CelType type) {
    if (type.kind() == CelKind.UINT || type.kind() == CelKind.BYTES) return false;
    return type.parameters().stream().allMatch(Cel::isUseful);
  }

  private static CelType celType(ValueType type) {
    return switch (type) {
      case ValueType.ListOf list -> ListType.create(celType(list.element()));
      case ValueType.Plain plain ->
          switch (plain.word()) {
            case "string", "date" -> SimpleType.STRING;
            case "int" -> SimpleType.INT;
            case "number" -> SimpleType.DOUBLE;
            case "boolean" -> SimpleType.BOOL;
            case "map" -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            default -> SimpleType.DYN;
          };
    };
  }

  private static Optional<ValueType> valueType(CelType type) {
    if (type instanceof ListType list) {
      return valueType(list.elemType()).map(ValueType.ListOf::new);
    }
    return switch (type.kind()) {
      case STRING -> Optional.of(ValueType.STRING);
      case INT -> Optional.of(ValueType.INT);
      case DOUBLE -> Optional.of(ValueType.NUMBER);
      case BOOL -> Optional.of(ValueType.BOOLEAN);
      case MAP -> Optional.of(ValueType.MAP);
      case DYN, ANY, TYPE_PARAM -> Optional.of(ValueType.ANY);
      default -> Optional.empty();
    };
  }
}
