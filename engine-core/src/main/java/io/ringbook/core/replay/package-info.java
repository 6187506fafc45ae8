// SPDX-License-Identifier: Apache-2.0
/**
 * From a journal back to a state: recovery, verification, snapshots. Runs on one thread, through
 * the same code as live.
 */
package io.ringbook.core.replay;
