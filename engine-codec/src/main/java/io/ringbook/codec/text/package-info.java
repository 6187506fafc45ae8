// SPDX-License-Identifier: Apache-2.0

/**
 * Exact decimal text and grids: text to mantissa and back, mantissa to ticks or lots and back.
 * Nothing is ever rounded; what is not exact is refused with a reason.
 *
 * <p>A mantissa is the number times 10 to the power of the decimals, 0 to 9. Parsers are not
 * thread-safe and do not allocate. Imports nothing of the engine and no other package of the codec.
 */
package io.ringbook.codec.text;
