package outturn.cli.evidence;

import outturn.cli.csv.Timeline;
import outturn.evidence.its.ItsResult;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.series.Series;

/// An interrupted time series with its periods.
record ItsAnalysis(Timeline timeline, Series series, ItsModel model, ItsResult result) {}
