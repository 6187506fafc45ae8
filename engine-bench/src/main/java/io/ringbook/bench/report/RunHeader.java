// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What every result begins with, so that it can be repeated and compared: machine, JDK, flags,
 * commit, and what was asked for. Made when the run begins.
 */
public final class RunHeader {
    /** Name of the shape of all results; the figure behind the slash rises when it changes. */
    public static final String SCHEMA = "ringbook-bench/1";

    private final String command;
    private final long ratePerSecond;
    private final String durability;
    private final List<String> flags;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Machine machine;
    private final Commit commit;
    private final Steal steal = Steal.start();

    private RunHeader(
            String command,
            long ratePerSecond,
            String durability,
            List<String> flags,
            Machine machine,
            Commit commit) {
        this.command = command;
        this.ratePerSecond = ratePerSecond;
        this.durability = durability;
        this.flags = List.copyOf(flags);
        this.machine = machine;
        this.commit = commit;
    }

    /**
     * A run on this machine that begins now.
     *
     * @param command its words, as they can be typed behind {@code bench}
     * @param ratePerSecond asked for; 0 if it is as fast as it goes
     * @param durability of the journal, or {@code no journal}
     * @param flags that all measured JVMs have
     */
    public static RunHeader begin(
            String command, long ratePerSecond, String durability, List<String> flags) {
        return new RunHeader(
                command,
                ratePerSecond,
                durability,
                flags,
                Machine.read(),
                Commit.of(ProjectFiles.root()));
    }

    /** Machine, JDK and commit in a line, and a line for each doubt. */
    public void print(PrintWriter out) {
        out.println(
                machine.cpu()
                        + ", "
                        + machine.processors()
                        + (machine.processors() == 1 ? " processor, " : " processors, ")
                        + machine.system()
                        + "; "
                        + jdk()
                        + "; "
                        + commit.text());
        for (String doubt : machine.doubts()) {
            out.println("doubt: " + doubt);
        }
        out.flush();
    }

    /** Begins an object with all of it; the results follow, and one {@link Json#end}. */
    public Json json() {
        Json json =
                Json.object()
                        .field("schema", SCHEMA)
                        .field("command", command)
                        .field("started", started.toString())
                        .field("rate_per_second", ratePerSecond)
                        .field("durability", durability)
                        .field("jdk", jdk())
                        .texts("flags", flags)
                        .field("commit", commit.id())
                        .field("changed_files", commit.isChanged())
                        .object("machine");
        machine.write(json);
        return json.end().field("steal_percent", steal.percent(), 2);
    }

    private static String jdk() {
        return System.getProperty(
                "java.vendor.version", System.getProperty("java.vendor") + ' ' + Runtime.version());
    }
}
