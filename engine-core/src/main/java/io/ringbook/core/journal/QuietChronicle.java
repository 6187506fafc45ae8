// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import net.openhft.chronicle.core.Jvm;

/**
 * Keeps Chronicle from speaking and phoning. It announces itself and logs through SLF4J, whatever
 * the backend. Its errors still go there; what it only warns of, our own checks of the records
 * find.
 *
 * <p>Settings are the library's, of the whole JVM; those given on the command line are kept.
 */
final class QuietChronicle {
    private QuietChronicle() {}

    /** Call before the first use of Chronicle; again does no harm. */
    static void ensure() {
        setIfAbsent("chronicle.analytics.disable", "true");
        setIfAbsent("chronicle.announcer.disable", "true");
        setIfAbsent("chronicle.disk.monitor.disable", "true");
        setIfAbsent("background.releaser.thread", "false");
        setIfAbsent("slf4j.internal.verbosity", "ERROR");
        Jvm.disableDebugHandler();
        Jvm.disablePerfHandler();
        Jvm.disableWarnHandler();
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
