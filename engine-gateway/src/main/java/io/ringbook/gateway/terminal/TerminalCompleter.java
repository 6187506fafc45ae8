// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.client.ClientDirectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes words, symbols and the ids of open orders. Any thread. */
public final class TerminalCompleter implements Completer {
    private final ClientDirectory directory;
    private final OwnOrders orders;

    TerminalCompleter(ClientDirectory directory, OwnOrders orders) {
        this.directory = directory;
        this.orders = orders;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        words(line.words(), line.wordIndex()).map(Candidate::new).forEach(candidates::add);
    }

    /** What may stand as word {@code index} of a line. */
    Stream<String> words(List<String> line, int index) {
        if (index == 0) {
            return TerminalCommands.WORDS.stream();
        }
        return switch (line.get(0).toLowerCase(Locale.ROOT)) {
            case "buy", "sell" ->
                    switch (index) {
                        case 2 -> symbols();
                        case 3 -> Stream.of(TerminalCommands.MARKET);
                        case 4 -> TerminalCommands.ORDER_WORDS.stream();
                        default -> Stream.empty();
                    };
            case "cancel" ->
                    index == 1 ? Stream.concat(ids(), Stream.of(TerminalCommands.ALL)) : symbols();
            case "open" -> index == 1 ? symbols() : Stream.empty();
            case "replace", "reduce", "status" -> index == 1 ? ids() : Stream.empty();
            default -> Stream.empty();
        };
    }

    private Stream<String> symbols() {
        return directory.instruments().stream().map(Instrument::symbol);
    }

    private Stream<String> ids() {
        return orders.open().stream().map(OwnOrder::id);
    }
}
