// SPDX-License-Identifier: Apache-2.0
/**
 * What programs read: JSON, one value a line, written without a library. Stateless between values.
 */
package io.ringbook.gateway.json;
