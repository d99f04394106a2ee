/**
 * Libraries that the store in a folder could have been built on, each doing the same work by its
 * own interface.
 */
@NullMarked
package dev.sluice.peers.stores;

import org.jspecify.annotations.NullMarked;
