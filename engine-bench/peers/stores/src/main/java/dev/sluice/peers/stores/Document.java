package dev.sluice.peers.stores;

/**
 * What a store keeps of a flow.
 *
 * @param head is read for all flows when the store is opened
 * @param body is read by itself
 */
record Document(String id, String head, String body) {}
