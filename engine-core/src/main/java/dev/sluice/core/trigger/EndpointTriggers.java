package dev.sluice.core.trigger;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.payload.Value;
import dev.sluice.api.trigger.EndpointRequest;
import dev.sluice.api.trigger.ExperienceEndpoint;
import dev.sluice.core.graph.ServedTrigger;
import dev.sluice.core.graph.ServedVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Triggers of experience endpoints. Those of experience flows belong to the experience version that
 * their flow's version is of; those of application flows name one.
 */
final class EndpointTriggers {
  private static final String APPLICATION = "endpoint";
  private static final String EXPERIENCE = "endpoint of experience";
  private static final String ANY = "000000000000000000000000";
  private static final String DEVELOP = "develop";

  private EndpointTriggers() {}

  static Optional<Placement> place(ServedVersion flow, ServedTrigger trigger) {
    if (flow.flowClass() == FlowClass.EXPERIENCE) {
      return Placement.at(Address.Exact.of(EXPERIENCE, trigger.key()));
    }
    Value version = trigger.config().get("experienceVersion");
    boolean anyVersion = !version.isTruthy() && trigger.key().equals(ANY);
    String experienceVersion = version.isTruthy() ? version.toText() : DEVELOP;
    return Placement.at(
        Address.Exact.of(APPLICATION, trigger.key()),
        Placement.where(
            EndpointRequest.class,
            request -> anyVersion || request.experienceVersion().equals(experienceVersion)));
  }

  static List<Lookup> lookups(EndpointRequest request) {
    return lookups(APPLICATION, request);
  }

  static List<Lookup> lookupsOfExperience(EndpointRequest request) {
    return lookups(EXPERIENCE, request);
  }

  private static List<Lookup> lookups(String kind, EndpointRequest request) {
    List<Lookup> lookups = new ArrayList<>();
    lookups.add(Address.Exact.of(kind, ANY));
    @Nullable ExperienceEndpoint endpoint = request.endpoint();
    if (endpoint != null && !endpoint.id().equals(ANY)) {
      lookups.add(Address.Exact.of(kind, endpoint.id()));
    }
    return lookups;
  }
}
