package dev.sluice.nodes.storage;

import dev.sluice.api.language.StringTemplate;
import dev.sluice.api.node.NodeBinding;
import dev.sluice.api.node.NodeContext;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import dev.sluice.api.store.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * What a node remembers from run to run: entries of the flow's storage, one for each identifier
 * that its template gives. Their keys begin with a mark that the keys of the flow's own entries
 * cannot begin with.
 */
public final class NodeMemory {
  private static final String MARK = "\u001f";

  /** So many identifiers can be updated at the same time. */
  private static final int LOCKS = 16;

  private final String prefix;
  private final StringTemplate identifier;
  private final Lock[] locks = new Lock[LOCKS];

  /**
   * The memory of a node.
   *
   * @param binding the node
   * @param identifier tells apart what is remembered of one thing and of another
   */
  public NodeMemory(NodeBinding binding, StringTemplate identifier) {
    String id = binding.nodeId();
    // With its length, where the id ends cannot be mistaken.
    this.prefix = MARK + id.length() + ":" + id + ":";
    this.identifier = identifier;
    Arrays.setAll(locks, i -> new ReentrantLock());
  }

  /** Whether a storage entry of this key belongs to a node. */
  static boolean isKey(String key) {
    return key.startsWith(MARK);
  }

  /**
   * Replaces what is remembered, one path of a run after the other.
   *
   * @param node the run
   * @param change gives the new value for the old one; undefined is nothing remembered
   * @return the old value
   */
  public Value update(NodeContext node, UnaryOperator<Value> change) {
    String key = key(node.payload());
    Storage storage = node.storage();
    Lock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
    lock.lock();
    try {
      Value before = storage.get(key).orElse(Value.undefined());
      Value after = change.apply(before);
      if (!after.equals(before)) {
        storage.set(key, after);
      }
      return before;
    } finally {
      lock.unlock();
    }
  }

  private String key(Payload payload) {
    String key = prefix + identifier.render(payload);
    return key.length() <= Storage.MAX_KEY_LENGTH ? key : MARK + "#" + digest(key);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
