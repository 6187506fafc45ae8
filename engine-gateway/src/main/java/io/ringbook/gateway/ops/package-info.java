// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator sees of a running exchange: the times of its stages, in interval logs and over a
 * port that gives them to whoever asks and takes nothing. Two threads of its own; reads what the
 * engine recorded, and cannot make it wait. Knows no session and no command.
 */
package io.ringbook.gateway.ops;
