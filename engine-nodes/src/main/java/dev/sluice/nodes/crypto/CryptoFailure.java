package dev.sluice.nodes.crypto;

import dev.sluice.api.node.NodeException;
import dev.sluice.api.payload.ObjectValue;

/** Why something cannot be hashed, signed, read or verified, told to the flow's author. */
final class CryptoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String VALIDATION = "ValidationError";

  private final String type;

  CryptoFailure(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** The input cannot be used. */
  static CryptoFailure invalid(String message) {
    return new CryptoFailure(VALIDATION, message);
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** This as the end of a run. */
  NodeException asNodeException() {
    return new NodeException(type, text());
  }

  /** This as signing and certificate nodes store it. */
  ObjectValue asError() {
    return ObjectValue.of("error", ObjectValue.builder().put("message", text()).build());
  }

  /** This as token nodes store it, inside of {@code error} where a result was expected. */
  ObjectValue asTypedError() {
    return ObjectValue.builder().put("type", type).put("message", text()).build();
  }
}
