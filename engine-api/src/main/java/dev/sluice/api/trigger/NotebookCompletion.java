package dev.sluice.api.trigger;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * A notebook was executed: fires the triggers of that notebook. Immutable.
 *
 * @param notebookId the notebook's id, by which triggers name it
 * @param success whether the execution went well
 * @param notebook the notebook object
 * @param execution the execution
 * @param circumstances when and by whom; by the notebook unless they say otherwise
 */
public record NotebookCompletion(
    String notebookId,
    boolean success,
    ObjectValue notebook,
    Execution execution,
    Circumstances circumstances)
    implements Fact {
  /**
   * An execution. Immutable.
   *
   * @param status such as {@code completed}
   * @param inputs the files that went in, by name
   * @param outputs the files that came out, by name
   * @param errors what went wrong
   * @param templateContext JSON text that the notebook left
   */
  public record Execution(
      String status,
      Map<String, Output> inputs,
      Map<String, Output> outputs,
      ArrayValue errors,
      String templateContext) {
    /** Copies the maps, so that they never change. */
    public Execution {
      inputs = Map.copyOf(inputs);
      outputs = Map.copyOf(outputs);
    }

    ObjectValue toJson() {
      return new Fields()
          .put("status", status)
          .put("inputInfo", files(inputs))
          .put("outputInfo", files(outputs))
          .put("executionErrors", errors)
          .put("templateContext", templateContext)
          .build();
    }

    private static ObjectValue files(Map<String, Output> files) {
      Fields fields = new Fields();
      new TreeMap<>(files).forEach((name, file) -> fields.put(name, file.toJson()));
      return fields.build();
    }
  }

  /**
   * A file of an execution.
   *
   * @param url where it can be fetched
   * @param size its size in bytes
   */
  public record Output(String url, long size) {
    ObjectValue toJson() {
      return new Fields().put("url", url).put("size", (double) size).build();
    }
  }

  /**
   * An execution.
   *
   * @param notebookId the notebook's id
   * @param success whether it went well
   * @param notebook the notebook object
   * @param execution the execution
   * @return a fact
   */
  public static NotebookCompletion of(
      String notebookId, boolean success, ObjectValue notebook, Execution execution) {
    return new NotebookCompletion(
        notebookId, success, notebook, execution, Circumstances.unknown());
  }

  @Override
  public NotebookCompletion in(Circumstances other) {
    return new NotebookCompletion(notebookId, success, notebook, execution, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("notebook", new Relay(notebookId, "notebook"))
        .with("triggerId", Value.of(notebookId))
        .withData(
            new Fields()
                .put("success", success)
                .put("notebook", notebook)
                .put("execution", execution.toJson())
                .build());
  }
}
