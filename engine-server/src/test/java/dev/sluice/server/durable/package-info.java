/** What outlives the process of an engine that runs flows on a store in a folder. */
@NullMarked
package dev.sluice.server.durable;

import org.jspecify.annotations.NullMarked;
