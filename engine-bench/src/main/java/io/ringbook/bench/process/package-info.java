// SPDX-License-Identifier: Apache-2.0

/**
 * JVMs of their own for what is measured, so that no other's classes, heap or collector is in its
 * figures: their flags, their start, and the lines that they and the measuring process exchange.
 * Knows no bench.
 */
package io.ringbook.bench.process;
