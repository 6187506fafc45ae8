// SPDX-License-Identifier: Apache-2.0

/**
 * How the threads of an engine wait and on which processors they run: what is configured ({@link
 * io.ringbook.core.threads.ThreadPlan}), what becomes of it on this machine ({@link
 * io.ringbook.core.threads.ThreadCpus}), and the system's calls for it ({@link
 * io.ringbook.core.threads.Processors}).
 *
 * <p>Processors are numbered from 0, as Linux does. Used when threads start, never for a command.
 * Imports nothing else of the core.
 */
package io.ringbook.core.threads;
