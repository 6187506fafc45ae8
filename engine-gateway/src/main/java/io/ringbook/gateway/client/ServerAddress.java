// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.gateway.fault.Fault;
import java.net.InetSocketAddress;

/**
 * Where a server listens. The name is looked up at each connection, so that a server may move.
 *
 * @param host name or address
 * @param port 1 to 65,535
 */
public record ServerAddress(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code HOST:PORT}; an IPv6 address stands in brackets.
     *
     * @throws Fault if it is neither
     */
    public static ServerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            host = "";
        }
        int port = colon < 0 ? 0 : port(text.substring(colon + 1));
        if (host.isEmpty() || port == 0) {
            throw new Fault("\"" + text + "\" is not HOST:PORT, such as 127.0.0.1:9000");
        }
        return new ServerAddress(host, port);
    }

    InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }

    private static int port(String text) {
        if (text.isEmpty()
                || text.length() > 5
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(text);
        return port <= MAX_PORT ? port : 0;
    }
}
