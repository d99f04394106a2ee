package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;

/**
 * A resource job comes to an item: fires triggers of the type {@code resourceJobIteration}.
 * Immutable.
 *
 * @param jobId the job's id
 * @param iterationId what an acknowledgement names
 * @param device the device, or other resource, that the job has come to
 * @param accumulator JSON text that the iterations hand on
 * @param execution the execution object
 * @param willRetryOnFailure whether it comes to the item again if it fails
 * @param willRetryOnTimeout whether it comes to the item again if it takes too long
 * @param circumstances when and by whom; by the job unless they say otherwise
 */
public record ResourceJobIteration(
    String jobId,
    String iterationId,
    ObjectValue device,
    String accumulator,
    ObjectValue execution,
    boolean willRetryOnFailure,
    boolean willRetryOnTimeout,
    Circumstances circumstances)
    implements ResourceJobFact {
  @Override
  public ResourceJobIteration in(Circumstances other) {
    return new ResourceJobIteration(
        jobId,
        iterationId,
        device,
        accumulator,
        execution,
        willRetryOnFailure,
        willRetryOnTimeout,
        other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("resourceJobIteration", new Relay(jobId, "resourceJob"))
        .with("triggerId", Value.of(jobId))
        .withData(
            new Fields()
                .put("accumulator", accumulator)
                .put("device", device)
                .put("execution", execution)
                .put("iterationId", iterationId)
                .put("willRetryOnFailure", willRetryOnFailure)
                .put("willRetryOnTimeout", willRetryOnTimeout)
                .build());
  }
}
