// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.gateway.fault.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The two files of a day, in LOBSTER's zip or as they are. LOBSTER names them {@code
 * SYMBOL_YYYY-MM-DD_STARTMS_ENDMS_message_LEVELS.csv} and {@code …_orderbook_…}.
 */
public final class LobsterFiles {
    private static final Pattern NAME =
            Pattern.compile("(.+?)_(\\d{4}-\\d{2}-\\d{2})_.*(message|orderbook).*\\.csv");

    /** Null for plain files. */
    private final Path zip;

    private final String message;
    private final String orderBook;

    private LobsterFiles(Path zip, String message, String orderBook) {
        this.zip = zip;
        this.message = message;
        this.orderBook = orderBook;
    }

    /** A message file and its order book file. */
    public static LobsterFiles plain(Path message, Path orderBook) {
        return new LobsterFiles(null, message.toString(), orderBook.toString());
    }

    /** LOBSTER's zip. */
    public static LobsterFiles zip(Path zip) {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            List<String> names = archive.stream().map(ZipEntry::getName).toList();
            return new LobsterFiles(
                    zip, only(zip, names, "message"), only(zip, names, "orderbook"));
        } catch (IOException e) {
            throw Fault.unreadable(zip + " as a zip", e);
        }
    }

    /** True if a file begins as a zip does. */
    public static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' && in.read() == 3 && in.read() == 4;
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        }
    }

    /** An order book file, in LOBSTER's zip or as it is. */
    public static OrderBookReader openOrderBook(Path file) {
        return isZip(file) ? zip(file).openOrderBook() : plain(file, file).openOrderBook();
    }

    OrderBookReader openOrderBook() {
        return new OrderBookReader(open(orderBook), orderBook);
    }

    MessageReader openMessages() {
        return new MessageReader(open(message), message);
    }

    /** The symbol in the file's name, or null. */
    public String symbol() {
        Matcher name = NAME.matcher(fileName());
        return name.matches() ? name.group(1) : null;
    }

    /** The day in the file's name, or null. */
    public LocalDate date() {
        Matcher name = NAME.matcher(fileName());
        try {
            return name.matches() ? LocalDate.parse(name.group(2)) : null;
        } catch (DateTimeException e) {
            throw new Fault(message + ": found no such day as " + name.group(2), e);
        }
    }

    private String fileName() {
        return message.substring(message.lastIndexOf('/') + 1);
    }

    private InputStream open(String name) {
        try {
            return zip == null ? Files.newInputStream(Path.of(name)) : openInZip(name);
        } catch (IOException e) {
            throw Fault.unreadable(name, e);
        }
    }

    @SuppressWarnings("resource") // The archive is closed with the stream that is returned.
    private InputStream openInZip(String name) throws IOException {
        ZipFile archive = new ZipFile(zip.toFile());
        return new FilterInputStream(archive.getInputStream(archive.getEntry(name))) {
            @Override
            public void close() throws IOException {
                archive.close();
            }
        };
    }

    private static String only(Path zip, List<String> names, String kind) {
        List<String> found =
                names.stream().filter(n -> n.contains(kind) && n.endsWith(".csv")).toList();
        if (found.size() != 1) {
            throw new Fault(
                    zip
                            + " has "
                            + found.size()
                            + " files named …_"
                            + kind
                            + "_….csv, expected one, as LOBSTER packs a day");
        }
        return found.get(0);
    }
}
