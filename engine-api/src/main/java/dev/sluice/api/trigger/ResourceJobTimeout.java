package dev.sluice.api.trigger;

import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.time.Instant;

/**
 * An item of a resource job took too long: fires triggers of the type {@code
 * resourceJobIterationTimeout}. Immutable.
 *
 * @param jobId the job's id
 * @param iterationId what an acknowledgement would have named
 * @param device the device, or other resource, that took too long
 * @param accumulator JSON text that the iterations hand on
 * @param execution the execution object
 * @param iterationStartedAt when the job came to the item
 * @param circumstances when and by whom; by the job unless they say otherwise
 */
public record ResourceJobTimeout(
    String jobId,
    String iterationId,
    ObjectValue device,
    String accumulator,
    ObjectValue execution,
    Instant iterationStartedAt,
    Circumstances circumstances)
    implements ResourceJobFact {
  @Override
  public ResourceJobTimeout in(Circumstances other) {
    return new ResourceJobTimeout(
        jobId, iterationId, device, accumulator, execution, iterationStartedAt, other);
  }

  @Override
  public Firing firing() {
    return circumstances
        .firing("resourceJobIterationTimeout", new Relay(jobId, "resourceJob"))
        .with("triggerId", Value.of(jobId))
        .withData(
            new Fields()
                .put("accumulator", accumulator)
                .put("device", device)
                .put("execution", execution)
                .put("iterationId", iterationId)
                .put("iterationStartedAt", iterationStartedAt)
                .build());
  }
}
