// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

/** Whether the client gives signs of life (rules 4.18 to 4.20). One thread; allocates nothing. */
final class Liveness {
    private static final int SILENT_INTERVALS = 3;

    private long intervalNs;
    private long lastReceivedNs;

    /** Begins with the interval granted. */
    void begin(long grantedNs, long nowNs) {
        intervalNs = grantedNs;
        lastReceivedNs = nowNs;
    }

    void onReceived(long nowNs) {
        lastReceivedNs = nowNs;
    }

    /** Nothing was read from anybody for so long: that is not the client's silence. */
    void onStalled(long stalledNs) {
        lastReceivedNs += stalledNs;
    }

    boolean isLost(long nowNs) {
        return nowNs - lastReceivedNs > SILENT_INTERVALS * intervalNs;
    }

    long intervalNs() {
        return intervalNs;
    }
}
