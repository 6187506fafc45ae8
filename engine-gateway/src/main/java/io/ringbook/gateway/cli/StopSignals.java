// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Has SIGTERM and SIGINT handled as a wish to stop, so that the process can end in its own order
 * and with its own exit code; a shutdown hook could do neither. The JDK's only door to signals is
 * {@code sun.misc.Signal}, which a compiler that takes warnings for errors lets nobody name: hence
 * by reflection.
 */
final class StopSignals {
    private StopSignals() {}

    /**
     * Tells the number of each of the signals, on a thread of the JVM.
     *
     * @param action which must not wait
     */
    static void handle(IntConsumer action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invocation =
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                        }
                        return null;
                    };
            Object ours =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(), new Class<?>[] {handler}, invocation);
            for (String name : new String[] {"TERM", "INT"}) {
                Object number = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, number, ours);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM lets nobody handle signals", e);
        }
    }
}
