// SPDX-License-Identifier: Apache-2.0
/**
 * Names beside numbers: which instrument, account and session stands behind an id. An object here
 * belongs to one thread; the side that sends commands and the side that reads records each have
 * their own, filled from the same admin commands.
 */
package io.ringbook.gateway.reference;
