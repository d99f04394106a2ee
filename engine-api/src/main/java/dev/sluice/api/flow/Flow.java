package dev.sluice.api.flow;

import dev.sluice.api.payload.ObjectValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow: what is the same for all its versions, and its develop version. Immutable and safe for
 * many threads.
 *
 * <p>What is read is kept: {@link #toJson()} gives back every property that {@link
 * #fromJson(ObjectValue)} was given, known or not.
 *
 * @param id the flow's id
 * @param enabled whether the triggers of any version fire
 * @param defaultVersionId the id of the version that runs where none is named, or null for develop
 * @param develop the version that is edited; its {@code other} holds the flow's unknown properties
 */
public record Flow(
    String id, boolean enabled, @Nullable String defaultVersionId, FlowVersion develop) {

  /**
   * Reads a flow.
   *
   * @param json the document
   * @return the flow
   * @throws InvalidFlowException if properties have wrong types or there is no id, naming all
   */
  public static Flow fromJson(ObjectValue json) {
    return Reader.read(json, Flow::read);
  }

  private static Flow read(Reader reader) {
    String id = reader.text("id");
    String defaultVersionId = reader.optionalText("defaultVersionId");
    FlowVersion read = FlowVersion.readContent(reader, null, id, FlowVersion.DEVELOP);
    FlowVersion develop =
        new FlowVersion(
            null,
            id,
            FlowVersion.DEVELOP,
            read.name(),
            read.flowClass(),
            true,
            read.notes(),
            read.minimumAgentVersion(),
            read.globals(),
            read.triggers(),
            read.nodes(),
            read.customNodeConfig(),
            read.other());
    return new Flow(id, read.enabled(), defaultVersionId, develop);
  }

  /**
   * Parses a flow.
   *
   * @param json the document as text
   * @return the flow
   * @throws dev.sluice.api.payload.InvalidJsonException if the text is not JSON
   * @throws InvalidFlowException if properties have wrong types or there is no id, naming all
   */
  public static Flow parse(String json) {
    return Reader.read(Reader.document(json), Flow::read);
  }

  /**
   * The flow's name.
   *
   * @return the name, empty if it has none
   */
  public String name() {
    return Optional.ofNullable(develop.name()).orElse("");
  }

  /**
   * Where the flow runs.
   *
   * @return the class; an application flow if the document does not say
   */
  public FlowClass flowClass() {
    return Optional.ofNullable(develop.flowClass()).orElse(FlowClass.CLOUD);
  }

  /**
   * Writes this flow.
   *
   * @return the document
   */
  public ObjectValue toJson() {
    Writer writer = new Writer(develop.other());
    writer.put("id", id);
    writer.put("defaultVersionId", defaultVersionId);
    writer.put("enabled", enabled, true);
    develop.writeContent(writer);
    return writer.build();
  }
}
