// SPDX-License-Identifier: Apache-2.0
/**
 * The way of a command: ingest, validate, match, journal, publish, on one ring of slots.
 *
 * <p>Stages are code, threads are configuration ({@link io.ringbook.core.pipeline.ThreadLayout}).
 * Ingest gives sequence and time; from there on everything is a function of the commands. Imports
 * neither sockets, clocks nor loggers.
 */
package io.ringbook.core.pipeline;
