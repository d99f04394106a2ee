package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A resource job is done with all items: fires triggers of the type {@code resourceJobComplete}.
 * Immutable.
 *
 * @param jobId the job's id
 * @param success whether no item failed or took too long
 * @param resourceJob the job object
 * @param accumulator JSON text that the iterations left
 * @param execution the execution object, with its summary and the address of its report
 * @param circumstances when and by whom; by the job unless they say otherwise
 */
public record ResourceJobCompletion(
    String jobId,
    boolean success,
    ObjectValue resourceJob,
    String accumulator,
    ObjectValue execution,
    Circumstances circumstances)
    implements ResourceJobFact {
  @Override
  public ResourceJobCompletion in(Circumstances other) {
    return new ResourceJobCompletion(jobId, success, resourceJob, accumulator, execution, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("resourceJobComplete", new Relay(jobId, "resourceJob"))
        .with("triggerId", Value.of(jobId))
        .withData(
            new Fields()
                .put("accumulator", accumulator)
                .put("execution", execution)
                .put("resourceJob", resourceJob)
                .put("success", success)
                .build());
  }
}
