// SPDX-License-Identifier: Apache-2.0
/**
 * What every session has been told today: made from published records, the same way live and at the
 * start, and kept so that a login can have any of it again.
 *
 * <p>Threads: the publishing thread writes; the thread of the connections reads; a helper has the
 * disk give room ahead of both. Lengths and positions are bytes. Knows no connection.
 */
package io.ringbook.gateway.session.stream;
