// SPDX-License-Identifier: Apache-2.0
/**
 * The state of the engine as bytes: what a snapshot and the carry-over of a day hold.
 *
 * <p>Canonical: equal states give equal bytes, whatever the number of shards, the order in which
 * hash tables were filled or the pools that objects came from. Little-endian.
 */
package io.ringbook.core.state;
