package outturn.cli.evidence;

import outturn.evidence.its.model.Errors;
import outturn.evidence.regression.SmallSample;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how errors are found: `reml`, `ols`, `newey-west:3`, `prais-winsten`.
final class ItsErrors implements ITypeConverter<Errors> {
  private static final String LAGGED = "newey-west:";

  @Override
  public Errors convert(String text) {
    if (text.matches(LAGGED + "\\d{1,4}")) {
      var lag = Integer.parseInt(text.substring(LAGGED.length()));
      return new Errors.NeweyWest(lag, SmallSample.ADJUSTED);
    }
    return switch (text) {
      case "reml" -> Errors.standard();
      case "ols" -> new Errors.Ols();
      case "prais-winsten" -> new Errors.PraisWinsten();
      default ->
          throw new TypeConversionException(
              "expected one of reml, ols, newey-west:LAG such as newey-west:3, prais-winsten, not"
                  + " '%s'".formatted(text));
    };
  }
}
