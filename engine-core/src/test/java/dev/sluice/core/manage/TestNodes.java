package dev.sluice.core.manage;

import dev.sluice.api.flow.FlowClass;
import dev.sluice.api.node.CustomNode;
import dev.sluice.api.node.CustomNode.Return;
import dev.sluice.api.node.Default;
import dev.sluice.api.node.NodeAction;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeDescription;
import dev.sluice.api.node.NodeException;
import dev.sluice.api.node.NodeType;
import dev.sluice.api.node.Outputs;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nodes that say what they did in storage, that fail, and that call custom nodes. */
final class TestNodes {
  private TestNodes() {}

  static List<NodeType<?>> all() {
    return List.of(new Say(), new Keep(), new Fail(), new Call(), new Leave());
  }

  private static NodeDescription.Builder describe(String type, String name) {
    return NodeDescription.of(type, name).flowClasses(Set.of(FlowClass.values()));
  }

  /** Adds one to the storage entry that its configuration names. */
  private record Say() implements NodeType<Say.Config> {
    record Config(String entry) {}

    @Override
    public NodeDescription description() {
      return describe("Say", "say").build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      return node -> {
        node.storage().increment(config.entry(), 1);
        return NodeAction.NEXT;
      };
    }
  }

  /** Keeps what the payload has at a path in a storage entry. */
  private record Keep() implements NodeType<Keep.Config> {
    record Config(PayloadPath path, String entry) {}

    @Override
    public NodeDescription description() {
      return describe("Keep", "keep").build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      return node -> {
        node.storage().set(config.entry(), node.payload().get(config.path()));
        return NodeAction.NEXT;
      };
    }
  }

  /** Fails with the message that its configuration has. */
  private record Fail() implements NodeType<Fail.Config> {
    record Config(@Default("It was told to fail.") String message) {}

    @Override
    public NodeDescription description() {
      return describe("Fail", "fail").build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      return node -> {
        throw new NodeException("TestError", config.message());
      };
    }
  }

  /** Calls a custom node. */
  private record Call() implements NodeType<Call.Config> {
    private static final PayloadPath OUT = PayloadPath.parse("out");

    record Config(String customNodeId, @Default("default") String customNodeVersion) {}

    @Override
    public NodeDescription description() {
      return describe("Call", "call").outputs(Outputs.of("first", "second")).build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      CustomNode customNode = binding.customNode(config.customNodeId(), config.customNodeVersion());
      return node -> {
        Optional<Return> returned = node.call(customNode, ObjectValue.empty());
        returned.ifPresent(how -> node.payload().set(OUT, how.result()));
        return returned.map(Return::output).orElse(NodeAction.NEXT);
      };
    }
  }

  /** Returns from a custom node. */
  private record Leave() implements NodeType<Leave.Config> {
    record Config() {}

    @Override
    public NodeDescription description() {
      return describe("CustomNodeCapNode", "end").outputs(Outputs.none()).build();
    }

    @Override
    public Class<Config> configType() {
      return Config.class;
    }

    @Override
    public NodeAction bind(Config config, NodeBinding binding) {
      return node -> {
        node.returnFromCustomNode(new CustomNode.Return(0, Value.of("returned")));
        return NodeAction.NEXT;
      };
    }
  }
}
