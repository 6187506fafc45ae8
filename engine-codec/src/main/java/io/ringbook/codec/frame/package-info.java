// SPDX-License-Identifier: Apache-2.0

/**
 * Cuts a stream of bytes into frames and writes frame headers. A frame is what one message of order
 * entry is sent in; its layout is {@link io.ringbook.codec.frame.FrameDescriptor}.
 *
 * <p>Lengths are bytes. A decoder belongs to one connection and so to one thread. Nothing allocates
 * after construction. Imports nothing of the engine and no other package of the codec.
 */
package io.ringbook.codec.frame;
