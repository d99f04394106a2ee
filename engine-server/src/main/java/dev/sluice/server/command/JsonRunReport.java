package dev.sluice.server.command;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.api.run.RunResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells programs of runs, in one document at the end. */
final class JsonRunReport implements RunReport {
  private final PrintWriter out;
  private final JsonReport json;
  private final boolean several;
  private final List<ObjectValue> runs = new ArrayList<>();
  private ArrayValue problems = ArrayValue.of();

  /**
   * A report.
   *
   * @param several whether the document is of a list of runs, and not of one run
   */
  JsonRunReport(PrintWriter out, FlowNames names, boolean several) {
    this.out = out;
    this.json = new JsonReport(names);
    this.several = several;
  }

  @Override
  public void problems(List<LocatedProblem> found) {
    problems = JsonReport.problems(found);
  }

  @Override
  public void started(RunTrace trace) {}

  @Override
  public void ended(RunTrace trace, RunResult result) {
    runs.add(json.run(trace, result));
  }

  @Override
  public void close() {
    ObjectValue.Builder document;
    if (several) {
      document = ObjectValue.builder().put("runs", ArrayValue.of(runs));
    } else if (runs.isEmpty()) {
      document = ObjectValue.builder().put("runId", Value.nullValue());
    } else {
      document = runs.getFirst().toBuilder();
    }
    out.println(document.put("problems", problems).build().toJson());
    out.flush();
  }
}
