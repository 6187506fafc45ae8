// SPDX-License-Identifier: Apache-2.0
/**
 * Line charts as SVG text, without a library: a {@link io.ringbook.gateway.plot.Chart} of {@link
 * io.ringbook.gateway.plot.Series} over two {@link io.ringbook.gateway.plot.Axis}. The text stands
 * alone, as a file or within an HTML page; it names no font, script or address of anybody.
 *
 * <p>Knows nothing of what is plotted. Single-threaded.
 */
package io.ringbook.gateway.plot;
