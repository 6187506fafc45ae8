// SPDX-License-Identifier: Apache-2.0
/**
 * A command file through an engine: definitions are sequenced, lines become commands, what the
 * engine publishes goes to files and checks. Knows the engine's door and its records, not how a
 * book works.
 */
package io.ringbook.gateway.run;
