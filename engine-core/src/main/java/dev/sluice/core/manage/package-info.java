/** The management of flows: what the API's operations do, on the documents of a store. */
@NullMarked
package dev.sluice.core.manage;

import org.jspecify.annotations.NullMarked;
