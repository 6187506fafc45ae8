// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the system says of the machine, and what of it makes figures doubtful. Immutable; a text
 * that the system does not show is {@link #UNKNOWN}, a number -1.
 *
 * @param system kernel and its version
 * @param cpu model
 * @param processors that this process may use
 * @param isVirtual true if the processor says that it is a guest's
 * @param memoryMib all of it
 * @param governor of the first processor's frequency
 * @param transparentHugePages which of always, madvise and never is in force
 * @param hugePages that are set aside
 * @param clockSource of the kernel
 * @param load average over the last minute
 */
public record Machine(
        String system,
        String cpu,
        int processors,
        boolean isVirtual,
        long memoryMib,
        String governor,
        String transparentHugePages,
        long hugePages,
        String clockSource,
        double load) {
    /** Where the system does not say. */
    public static final String UNKNOWN = "unknown";

    private static final long KIB_PER_MIB = 1_024;
    private static final double QUIET_LOAD = 0.5;

    /** This machine, now. */
    public static Machine read() {
        return read(Path.of("/"));
    }

    /**
     * A machine by its files.
     *
     * @param root of {@code proc} and {@code sys}
     */
    static Machine read(Path root) {
        String hugePages = value(root.resolve("proc/meminfo"), "HugePages_Total");
        String memory = value(root.resolve("proc/meminfo"), "MemTotal").replace(" kB", "");
        String model = value(root.resolve("proc/cpuinfo"), "model name");
        return new Machine(
                System.getProperty("os.name") + ' ' + System.getProperty("os.version"),
                model.equals(UNKNOWN) ? System.getProperty("os.arch") : model,
                Runtime.getRuntime().availableProcessors(),
                (' ' + value(root.resolve("proc/cpuinfo"), "flags") + ' ').contains(" hypervisor "),
                memory.equals(UNKNOWN) ? -1 : Long.parseLong(memory) / KIB_PER_MIB,
                text(root.resolve("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")),
                chosen(text(root.resolve("sys/kernel/mm/transparent_hugepage/enabled"))),
                hugePages.equals(UNKNOWN) ? -1 : Long.parseLong(hugePages),
                text(
                        root.resolve(
                                "sys/devices/system/clocksource/clocksource0/current_clocksource")),
                load(text(root.resolve("proc/loadavg"))));
    }

    /** Sentences on what makes figures of this machine doubtful; none on a good one. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (load > QUIET_LOAD) {
            doubts.add(
                    String.format(
                            Locale.ROOT,
                            "the load average is %.1f: something else runs here",
                            load));
        }
        if (!governor.equals(UNKNOWN) && !governor.equals("performance")) {
            doubts.add("the frequency governor is " + governor + ", not performance");
        }
        if (!clockSource.equals(UNKNOWN) && !clockSource.equals("tsc")) {
            doubts.add("the clock source is " + clockSource + ": reading the time is slow");
        }
        if (isVirtual) {
            doubts.add("this is a virtual machine: others share its processors");
        }
        if (processors < 3) {
            doubts.add(
                    processors
                            + (processors == 1 ? " processor" : " processors")
                            + ": load, engine and everything else of the machine share them");
        }
        return doubts;
    }

    /** Adds its fields to an object. */
    void write(Json json) {
        json.field("system", system)
                .field("cpu", cpu)
                .field("processors", processors)
                .field("virtual", isVirtual)
                .field("memory_mib", memoryMib)
                .field("governor", governor)
                .field("transparent_huge_pages", transparentHugePages)
                .field("huge_pages", hugePages)
                .field("clock_source", clockSource)
                .field("load", load, 2)
                .texts("doubts", doubts());
    }

    /** What stands behind a name and a colon in a file of such lines. */
    private static String value(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** {@code madvise} of {@code always [madvise] never}. */
    private static String chosen(String words) {
        int open = words.indexOf('[');
        int close = words.indexOf(']');
        return open >= 0 && open < close ? words.substring(open + 1, close) : words;
    }

    private static double load(String averages) {
        return averages.equals(UNKNOWN) ? -1 : Double.parseDouble(averages.split(" ", -1)[0]);
    }
}
