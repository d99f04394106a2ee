package dev.sluice.api.trigger;

/** A resource job came to a stage. */
public sealed interface ResourceJobFact extends Fact
    permits ResourceJobCompletion, ResourceJobIteration, ResourceJobTimeout {
  /**
   * The job, by which triggers name it.
   *
   * @return its id
   */
  String jobId();
}
