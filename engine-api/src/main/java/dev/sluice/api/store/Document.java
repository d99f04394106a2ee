package dev.sluice.api.store;

import org.jspecify.annotations.Nullable;

/**
 * A flow, or a version of one, as a store keeps it: a small head, which whoever looks for flows has
 * at hand, and a body, which is only read to show or to run it.
 *
 * @param head the head
 * @param body the body: JSON, which the store does not look into
 */
public record Document(Head head, String body) {
  /**
   * The small part of a document.
   *
   * @param id the document's id: 24 hexadecimal digits
   * @param flowId the id of the flow that it is a version of; null for a flow
   * @param json what the document is found by: JSON, which the store does not look into
   */
  public record Head(String id, @Nullable String flowId, String json) {}
}
