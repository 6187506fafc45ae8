// SPDX-License-Identifier: Apache-2.0

/**
 * Tests of {@code bin/ringbook}, the shell script that starts Ringbook: run on a copy of it in a
 * folder of its own, with JDKs and a Maven that are small scripts which write down how they were
 * called.
 */
package io.ringbook.gateway.launcher;
