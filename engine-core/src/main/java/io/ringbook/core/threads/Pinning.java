// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

/** Who says which processor a thread is bound to. */
public enum Pinning {
    /** Stages on threads of their own are bound if there are processors enough; others are not. */
    AUTO,

    /** No thread is bound. */
    NONE,

    /** The processors of the plan; a thread without one there is not bound. */
    LISTED
}
