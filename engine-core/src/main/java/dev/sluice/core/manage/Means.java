package dev.sluice.core.manage;

import dev.sluice.api.manage.Author;
import dev.sluice.api.store.StorageProvider;
import dev.sluice.core.record.Recorder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the operations work with.
 *
 * @param register the flows
 * @param service what runs them
 * @param storage their storage entries
 * @param recorder what is known of their runs
 * @param clock the time
 * @param ids makes ids
 * @param applicationId the id of the application, empty if it has none
 * @param author on whose behalf, if that is known
 */
record Means(
    FlowRegister register,
    FlowService service,
    StorageProvider storage,
    Recorder recorder,
    InstantSource clock,
    NewIds ids,
    String applicationId,
    @Nullable Author author) {
  Means by(Author other) {
    return new Means(register, service, storage, recorder, clock, ids, applicationId, other);
  }

  Stamp stamp() {
    return new Stamp(now().truncatedTo(ChronoUnit.MILLIS), author);
  }

  Instant now() {
    return clock.instant();
  }

  TriggerKeys keys() {
    return new TriggerKeys(ids, applicationId);
  }
}
