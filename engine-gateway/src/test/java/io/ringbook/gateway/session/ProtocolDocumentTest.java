// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says what schema, codes and tests say. */
final class ProtocolDocumentTest {
    private static final Pattern STRUCT = Pattern.compile("struct (\\w+) \\{\n([^}]*)\\}");
    private static final Pattern FIELD = Pattern.compile("\n\\s+(\\w+):(\\w+);");
    private static final Pattern BYTES = Pattern.compile("(nonce|signature)(\\d)");
    private static final Pattern TABLE =
            Pattern.compile("/// Type (\\d+), ([a-z ]+)\\.\ntable (\\w+) ");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Map<String, String> NUMBERS =
            Map.of("ubyte", "u8", "ushort", "u16", "uint", "u32", "ulong", "u64", "long", "i64");

    private final String document = ProtocolDocument.text();
    private final String schema = ProtocolDocument.read("schemas/order-entry.fbs");

    @Test
    void everyFieldOfTheSchemaStandsAtItsOffset() {
        Map<String, Integer> lengths = new HashMap<>();
        List<String> missing = new ArrayList<>();
        Matcher struct = STRUCT.matcher(schema);
        while (struct.find()) {
            StringBuilder rows = new StringBuilder();
            lengths.put(struct.group(1), addRows(struct.group(2), lengths, rows));
            if (!tables().contains(rows.toString())) {
                missing.add(struct.group(1) + "\n" + rows);
            }
        }

        assertThat(lengths).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    /** Adds a row for each field; returns the length of the struct. */
    private static int addRows(String body, Map<String, Integer> lengths, StringBuilder rows) {
        int offset = 0;
        Matcher field = FIELD.matcher("\n" + body);
        while (field.find()) {
            String name = field.group(1);
            String type = field.group(2);
            String shown = NUMBERS.getOrDefault(type, type);
            int length =
                    NUMBERS.containsKey(type)
                            ? Integer.parseInt(shown.substring(1)) / 8
                            : lengths.get(type);
            Matcher bytes = BYTES.matcher(name);
            if (!bytes.matches()) {
                rows.append(row(offset, length, name, shown));
            } else if (bytes.group(2).equals("0")) {
                int all = bytes.group(1).equals("nonce") ? 32 : 64;
                rows.append(row(offset, all, bytes.group(1), "u8[" + all + "]"));
            }
            offset += length;
        }
        return offset;
    }

    private static String row(int offset, int length, String name, String type) {
        return "| " + offset + " | " + length + " | `" + name + "` | " + type + " |\n";
    }

    /** The rows of all tables, their first four columns. */
    private String tables() {
        return document.replaceAll("(?m)^((?:\\|[^|\n]*){4}\\|).*$", "$1");
    }

    @Test
    void everyMessageHasItsHeading() {
        Matcher table = TABLE.matcher(schema);
        List<String> headings = new ArrayList<>();
        while (table.find()) {
            String direction = table.group(2).replace("client to server", "client → server");
            headings.add(
                    "\n### "
                            + table.group(3)
                            + " · "
                            + table.group(1)
                            + " · "
                            + direction.replace("server to client", "server → client")
                            + "\n");
        }

        assertThat(headings).hasSizeGreaterThan(30);
        assertThat(document).contains(headings);
    }

    @Test
    void everyReasonIsListedWithItsCode() {
        List<String> rows = new ArrayList<>();
        for (LoginRejectReason reason : LoginRejectReason.values()) {
            rows.add("\n| " + reason.code() + " | " + reason + " | " + reason.text() + " |\n");
        }
        for (LogoutReason reason : LogoutReason.values()) {
            rows.add("\n| " + reason.code() + " | " + reason + " | " + reason.text() + " |\n");
        }
        for (CancelReason reason : CancelReason.values()) {
            rows.add("\n| " + reason.code() + " | " + reason + " | ");
        }
        for (RejectReason reason : RejectReason.values()) {
            String fix = reason.ordRejReason() + " | " + reason.cxlRejReason();
            rows.add("\n| " + reason.code() + " | " + reason + " | " + fix + " | " + reason.text());
        }

        assertThat(document).contains(rows);
    }

    @Test
    void everyTestThatTheRulesNameExists() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        int count = 0;
        Matcher test = TEST.matcher(document);
        while (test.find()) {
            count++;
            if (!source(test.group(1)).contains(" void " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }

        assertThat(count).isGreaterThan(25);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRuleNamesATest() {
        List<String> rules = document.lines().filter(line -> line.startsWith("- **4.")).toList();

        assertThat(rules).hasSizeGreaterThan(25).allMatch(rule -> TEST.matcher(rule).find());
    }

    private static String source(String test) throws IOException {
        for (String module : List.of("engine-gateway", "engine-codec", "engine-core")) {
            Path tests = ProtocolDocument.root().resolve(module + "/src/test/java");
            try (Stream<Path> files = Files.walk(tests)) {
                Path file = files.filter(f -> f.endsWith(test + ".java")).findFirst().orElse(null);
                if (file != null) {
                    return Files.readString(file);
                }
            }
        }
        return "";
    }
}
