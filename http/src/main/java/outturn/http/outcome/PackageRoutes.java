package outturn.http.outcome;

import java.util.Map;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.impact.DataPackages;
import outturn.runtime.impact.DataPackages.Packed;
import outturn.runtime.project.InForce;

/// Data packages of outcomes, as zip files.
public final class PackageRoutes {
  private static final int MOST = 1_000_000;

  private final DataPackages packages;
  private final InForce inForce;
  private final String version;

  /// @param version of this server
  public PackageRoutes(DataPackages packages, InForce inForce, String version) {
    this.packages = packages;
    this.inForce = inForce;
    this.version = version;
  }

  public Answer show(Call call) {
    call.allow("kept");
    var name = call.path("name");
    return switch (packages.pack(name, call.whole("kept", 1, MOST), version)) {
      case Packed.NoSuchOutcome() -> throw NoOutcome.named(name, inForce);
      case Packed.NoSuchEvidence(var kept) ->
          Problem.of(
                  Code.NOT_FOUND,
                  "outcome '%s' has no evidence of version '%s'; it has %d"
                      .formatted(name, call.query("kept").orElse(""), kept))
              .answer();
      case Packed.Done(var files) ->
          new Answer.Whole(
              200,
              "application/zip",
              files.zip(),
              Map.of(
                  "Content-Disposition", "attachment; filename=\"%s-data.zip\"".formatted(name)));
    };
  }
}
