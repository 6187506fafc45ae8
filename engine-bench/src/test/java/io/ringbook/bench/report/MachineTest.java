// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir private Path root;

    @Test
    void readsWhatLinuxShows() throws IOException {
        // given
        file(
                "proc/cpuinfo",
                "processor\t: 0\nmodel name\t: Fast 9000\nflags\t\t: fpu hypervisor\n");
        file("proc/meminfo", "MemTotal:       24684544 kB\nHugePages_Total:       8\n");
        file("proc/loadavg", "1.25 0.50 0.10 1/100 4242\n");
        file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        file("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");

        // when
        Machine machine = Machine.read(root);

        // then
        assertThat(machine.cpu()).isEqualTo("Fast 9000");
        assertThat(machine.isVirtual()).isTrue();
        assertThat(machine.memoryMib()).isEqualTo(24_106);
        assertThat(machine.governor()).isEqualTo("powersave");
        assertThat(machine.transparentHugePages()).isEqualTo("madvise");
        assertThat(machine.hugePages()).isEqualTo(8);
        assertThat(machine.clockSource()).isEqualTo("hpet");
        assertThat(machine.load()).isEqualTo(1.25);
        assertThat(machine.doubts())
                .contains(
                        "the load average is 1.3: something else runs here",
                        "the frequency governor is powersave, not performance",
                        "the clock source is hpet: reading the time is slow",
                        "this is a virtual machine: others share its processors");
    }

    @Test
    void saysUnknownWhereTheSystemShowsNothing() {
        // when
        Machine machine = Machine.read(root);

        // then
        assertThat(machine.cpu()).isEqualTo(System.getProperty("os.arch"));
        assertThat(machine.governor()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.memoryMib()).isEqualTo(-1);
        assertThat(machine.hugePages()).isEqualTo(-1);
        assertThat(machine.load()).isEqualTo(-1);
        assertThat(machine.doubts()).noneMatch(doubt -> doubt.contains(Machine.UNKNOWN));
    }

    @Test
    void findsNothingDoubtfulInAQuietMachineOfItsOwn() {
        // given
        Machine machine =
                new Machine("Linux 6", "x", 8, false, 1, "performance", "never", 0, "tsc", 0.1);

        // then
        assertThat(machine.doubts()).isEmpty();
    }

    @Test
    void countsTheTimeThatOtherGuestsTookSinceTheStart() throws IOException {
        // given
        Path stat = file("stat", "cpu  100 0 50 800 10 0 5 35 0 0\ncpu0 1 2 3\n");
        Steal steal = new Steal(stat);

        // when
        file("stat", "cpu  150 0 60 810 10 0 5 65 7 0\n");

        // then: 30 of 100 ticks; the last two columns are parts of others
        assertThat(steal.percent()).isEqualTo(30.0);
        assertThat(new Steal(root.resolve("nothing")).percent()).isNaN();
    }

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
