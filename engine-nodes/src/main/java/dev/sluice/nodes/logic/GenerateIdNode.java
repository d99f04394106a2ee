package dev.sluice.nodes.logic;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.Description;
import dev.sluice.api.node.InvalidConfigException;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts a new id on the payload. */
public final class GenerateIdNode implements NodeType<GenerateIdNode.Config> {
  private static final String EXPECTED = "one of uuidv1, uuidv3, uuidv4, uuidv5, objectId, nanoid";
  private static final int USUAL_LENGTH = 21;
  private static final int MAX_LENGTH = 256;

  record Config(
      @Description("The kind: uuidv1, uuidv3, uuidv4, uuidv5, objectId or nanoid.")
          @Default("uuidv4")
          StringTemplate idTypeTemplate,
      @Description("The namespace of a uuidv3 or uuidv5, itself a UUID.") @Default("")
          StringTemplate namespaceTemplate,
      @Description("The name that a uuidv3 or uuidv5 is made of.") @Default("")
          StringTemplate valueTemplate,
      @Description("The length of a nanoid, 1 to 256; 21 if blank.") @Default("")
          StringTemplate numCharactersTemplate,
      @Description("Where to put the id.") PayloadPath destinationPath) {
    /** Which kind the template gives, empty if there is none of that name. */
    private Optional<Kind> kind(Payload payload) {
      String name = idTypeTemplate.render(payload).strip();
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "", "uuidv4" -> Optional.of(Kind.UUID_V4);
        case "uuidv1" -> Optional.of(Kind.UUID_V1);
        case "uuidv3" -> Optional.of(Kind.UUID_V3);
        case "uuidv5" -> Optional.of(Kind.UUID_V5);
        case "objectid" -> Optional.of(Kind.OBJECT_ID);
        case "nanoid" -> Optional.of(Kind.NANO_ID);
        default -> Optional.empty();
      };
    }

    private String namespace(Payload payload) {
      return namespaceTemplate.render(payload).strip();
    }

    private int length(Payload payload) {
      String text = numCharactersTemplate.render(payload);
      if (text.isBlank()) {
        return USUAL_LENGTH;
      }
      double length = Value.of(text).toNumber();
      if (!(length >= 1 && length <= MAX_LENGTH && length == Math.rint(length))) {
        throw new NodeException(
            "ValidationError",
            "The number of characters must be a whole number from 1 to "
                + MAX_LENGTH
                + ", not \""
                + text
                + "\"");
      }
      return (int) length;
    }
  }

  private enum Kind {
    UUID_V1,
    UUID_V3,
    UUID_V4,
    UUID_V5,
    OBJECT_ID,
    NANO_ID;

    String generate(Config config, NodeContext node) {
      Payload payload = node.payload();
      return switch (this) {
        case UUID_V1 -> Ids.uuidV1(node.clock().instant(), node.random());
        case UUID_V3 -> Ids.uuidV3(config.namespace(payload), config.valueTemplate.render(payload));
        case UUID_V4 -> Ids.uuidV4(node.random());
        case UUID_V5 -> Ids.uuidV5(config.namespace(payload), config.valueTemplate.render(payload));
        case OBJECT_ID -> Ids.objectId(node.clock().instant(), node.random());
        case NANO_ID -> Ids.nanoId(config.length(payload), node.random());
      };
    }

    boolean isNameBased() {
      return this == UUID_V3 || this == UUID_V5;
    }
  }

  @Override
  public NodeDescription description() {
    return NodeDescription.of("GenerateIdNode", "generate-id")
        .label("Generate ID")
        .description("Makes a UUID, an object id or a nano id.")
        .flowClasses(Set.of(FlowClass.values()))
        .minimumAgentVersion("1.1.0")
        .build();
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public NodeAction bind(Config config, NodeBinding binding) {
    if (config.idTypeTemplate.isConstant()) {
      Kind kind =
          config
              .kind(Payload.empty())
              .orElseThrow(
                  () ->
                      new InvalidConfigException(
                          "idTypeTemplate",
                          "is not known",
                          config.idTypeTemplate.source(),
                          EXPECTED));
      if (kind.isNameBased()) {
        require("namespaceTemplate", config.namespaceTemplate, "a UUID");
        require("valueTemplate", config.valueTemplate, "the name to make the id of");
      }
      return node -> {
        node.payload().set(config.destinationPath, Value.of(kind.generate(config, node)));
        return NodeAction.NEXT;
      };
    }
    return node -> {
      Kind kind =
          config
              .kind(node.payload())
              .orElseThrow(
                  () ->
                      new NodeException(
                          "ValidationError",
                          "The type of the id must be "
                              + EXPECTED
                              + ", not \""
                              + config.idTypeTemplate.render(node.payload())
                              + "\""));
      node.payload().set(config.destinationPath, Value.of(kind.generate(config, node)));
      return NodeAction.NEXT;
    };
  }

  private static void require(String field, StringTemplate template, String expected) {
    if (template.source().isBlank()) {
      throw new InvalidConfigException(field, "is required", "nothing", expected);
    }
  }
}
