// SPDX-License-Identifier: Apache-2.0

/** What the adapter for the public yardstick makes of messages, without its harness. */
package io.ringbook.bench.yardstick;
