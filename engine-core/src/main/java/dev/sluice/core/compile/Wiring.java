package dev.sluice.core.compile;

import dev.sluice.api.flow.FlowVersion;
import dev.sluice.api.flow.Node;
import dev.sluice.api.flow.Trigger;
import dev.sluice.api.node.Outputs;
import dev.sluice.core.compile.Problems.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which node follows which, checked by the wiring rules of the flow format: references exist, ids
 * are unique, no node leads to itself, paths stay within the body they are in.
 */
final class Wiring {
  private static final String ANNOTATION = "AnnotationNode";

  /** The depth of a group that is inside itself. */
  private static final int WITHOUT_END = Integer.MAX_VALUE;

  private final Problems problems;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  private Wiring(Problems problems) {
    this.problems = problems;
  }

  static Wiring of(FlowVersion version, Problems problems) {
    Wiring wiring = new Wiring(problems);
    for (Node node : version.nodes()) {
      wiring.enter(node);
    }
    return wiring;
  }

  private void enter(Node node) {
    String id = node.id();
    // Nothing can lead to a node without an id: it is scenery, and checked as such.
    if (id != null && nodes.putIfAbsent(id, node) != null) {
      problems.error(
          site(node), "id", "Node IDs must be unique.", id, "an id that no other node has");
    }
  }

  /** The nodes by id, in the flow's order. */
  Map<String, Node> nodes() {
    return nodes;
  }

  /** The id of the node whose body a node is in. */
  static @Nullable String group(Node node) {
    var group = node.meta().get("groupId");
    return group.isTruthy() ? group.toText() : null;
  }

  static Site site(Node node) {
    return Site.of(node.id(), node.meta());
  }

  static Site site(Trigger trigger) {
    return Site.of(trigger.key(), trigger.meta());
  }

  /**
   * Checks the groups: each exists, none contains itself, none is nested too deeply.
   *
   * @param bodies the ids of the nodes that have a body
   */
  void checkGroups(Set<String> bodies, int deepest) {
    Map<String, Integer> depths = new HashMap<>();
    for (Node node : nodes.values()) {
      String group = group(node);
      if (group == null) {
        continue;
      }
      int depth = depth(group, depths);
      if (!bodies.contains(group)) {
        problems.error(
            site(node),
            "meta.groupId",
            "The group " + group + " does not exist.",
            group,
            "the id of a loop node");
      } else if (depth == WITHOUT_END) {
        problems.error(
            site(node),
            "meta.groupId",
            "A group contains itself.",
            group,
            "a loop that is not inside itself");
      } else if (depth > deepest) {
        problems.error(
            site(node),
            "meta.groupId",
            "Loops are nested more than " + deepest + " deep.",
            String.valueOf(depth),
            "at most " + deepest);
      }
    }
  }

  /** How deep the nodes of a group are; what is found on the way outwards is remembered. */
  private int depth(String inner, Map<String, Integer> depths) {
    SequencedSet<String> outwards = new LinkedHashSet<>();
    @Nullable String at = inner;
    while (at != null && !depths.containsKey(at) && outwards.add(at)) {
      Node owner = nodes.get(at);
      at = owner == null ? null : group(owner);
    }
    int depth = at == null ? 0 : depths.getOrDefault(at, WITHOUT_END);
    for (String group : outwards.reversed()) {
      depth = depth == WITHOUT_END ? WITHOUT_END : depth + 1;
      depths.put(group, depth);
    }
    return depths.getOrDefault(inner, depth);
  }

  /** The nodes that follow each output of a node, those that may not left out. */
  List<List<String>> followers(Node node, Outputs outputs) {
    List<List<String>> followers = new ArrayList<>();
    for (int i = 0; i < node.outputIds().size(); i++) {
      String group = i == outputs.body() ? node.id() : group(node);
      followers.add(valid(site(node), node.id(), group, node.outputIds().get(i), i));
      if (i >= outputs.count() && !node.outputIds().get(i).isEmpty()) {
        problems.warning(
            site(node),
            "outputIds[" + i + "]",
            "The node has no such output; what is wired to it never runs.",
            String.join(", ", node.outputIds().get(i)),
            outputs.count() + " outputs");
      }
    }
    return followers;
  }

  /** The nodes that follow a trigger. */
  List<String> followers(Trigger trigger) {
    List<String> followers = new ArrayList<>();
    for (int i = 0; i < trigger.outputIds().size(); i++) {
      followers.addAll(valid(site(trigger), null, null, trigger.outputIds().get(i), i));
    }
    return followers;
  }

  private List<String> valid(
      Site site, @Nullable String from, @Nullable String group, List<String> ids, int output) {
    String field = "outputIds[" + output + "]";
    List<String> valid = new ArrayList<>();
    for (String id : ids) {
      Node target = nodes.get(id);
      if (target == null) {
        problems.error(
            site, field, "Referenced output ID " + id + " does not exist.", id, "the id of a node");
      } else if (id.equals(from)) {
        problems.error(
            site, field, "A node cannot connect to itself.", id, "the id of another node");
      } else if (!Objects.equals(group(target), group)) {
        problems.error(
            site,
            field,
            "Referenced output ID " + id + " does not exist in the required group.",
            group(target) == null ? "a node outside any loop" : "a node of group " + group(target),
            group == null ? "a node outside any loop" : "a node of group " + group);
      } else {
        valid.add(id);
      }
    }
    return valid;
  }

  /** Warns of nodes that no path reaches. */
  void checkReached(Set<String> reached) {
    for (Node node : nodes.values()) {
      if (node.id() != null && !reached.contains(node.id()) && !node.type().equals(ANNOTATION)) {
        problems.warning(site(node), null, "No path reaches this node.", null, null);
      }
    }
  }
}
