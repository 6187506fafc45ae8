// SPDX-License-Identifier: Apache-2.0
/**
 * What others may see of the books: images built from published records, so that nobody sees what
 * is not journaled and nobody makes match wait.
 *
 * <p>Prices and quantities are mantissas. Owned by the thread that publishes, or by the tool that
 * reads a journal.
 */
package io.ringbook.core.image;
